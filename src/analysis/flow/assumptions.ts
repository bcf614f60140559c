import type ts from 'typescript';
import { isAssigned } from '../../syntax/is-assigned.js';
import { unwrap } from '../../syntax/unwrap.js';
import { isSameReference } from '../names/is-same-reference.js';
import type { Unit } from '../unit.js';
import { findConditions, type Asked, type Conditions, type Topic } from './find-conditions.js';
import type { Condition, FlowGraph, FlowStep } from './flow-graph.js';
import { isPartOf } from './is-part-of.js';

/** What a path knows of a topic: what the last condition found that asked it, or whether what was assigned to it since is truthy. */
type Known = { readonly asked: Condition } | { readonly assigned: boolean; readonly where: number };

/** What is the same for all paths. */
interface Ground {
  readonly unit: Unit;
  readonly conditions: Conditions;
  readonly topics: readonly Topic[];
}

/** What a path through a function has found, or assigned, of what its conditions ask. Is never changed. */
export class Assumptions {
  /** The same for paths that know the same. */
  readonly key: string;
  readonly #ground: Ground;
  readonly #known: ReadonlyMap<Topic, readonly Known[]>;

  private constructor(ground: Ground, known: ReadonlyMap<Topic, readonly Known[]>) {
    this.#ground = ground;
    this.#known = known;
    this.key = [...known]
      .map(([topic, found]) => `${topic.node.pos} ${found.map(keyOf).join(' ')}`)
      .toSorted()
      .join();
  }

  /** What is known at the beginning of a function. */
  static atStart(graph: FlowGraph, unit: Unit): Assumptions {
    const conditions = findConditions(graph, unit);
    const topics = [...new Set([...conditions.values()].flatMap(asked => asked.topics))];
    return new Assumptions({ unit, conditions, topics }, new Map());
  }

  /** What is known once a step is taken, which may assign something. */
  after({ node }: FlowStep): Assumptions {
    const { topics, unit } = this.#ground;
    if (!node || topics.length === 0 || !isStored(node, unit)) return this;
    const truth = isUndefinedBy(node, unit) ? false : truthOf(valueStored(node, unit), unit);
    const known = new Map(this.#known);
    for (const topic of topics.filter(part => isPartOf(part.node, node, unit))) {
      if (truth === undefined || !isSameReference(topic.node, node, unit)) known.delete(topic);
      else known.set(topic, [{ assigned: truth, where: node.pos }]);
    }
    return new Assumptions(this.#ground, known);
  }

  /**
   * What is known where a condition came out like this; undefined where it cannot, and where something known may have to do with it,
   * nobody can say what.
   */
  assuming(condition: Condition): Assumptions | undefined {
    const asked = this.#ground.conditions.get(condition.of);
    if (!asked || asked.topics.length === 0) return this;
    const known = asked.topics
      .flatMap(topic => this.#known.get(topic) ?? [])
      .filter(found => 'asked' in found || asked.isOfOne);
    const answers = known.map(found => this.#answer(condition, asked, found));
    return known.length === 0 || answers.includes(true) ? this.#with(condition, asked) : undefined;
  }

  /** Whether something known makes a condition come out as it is assumed; undefined where that does not follow. */
  #answer({ asks, is, of }: Condition, asked: Asked, known: Known): boolean | undefined {
    if ('asked' in known)
      return asked.isStable && this.#isSame(known.asked, of, asks) ? known.asked.is === is : undefined;
    const [only, ...others] = asked.topics;
    const isItself = only !== undefined && others.length === 0 && isSameReference(only.node, of, this.#ground.unit);
    return isItself && asks === 'truth' ? known.assigned === is : undefined;
  }

  #with(condition: Condition, { topics }: Asked): Assumptions {
    const known = new Map(this.#known);
    for (const topic of topics) {
      const others = (known.get(topic) ?? []).filter(
        found => !('asked' in found && this.#isSame(found.asked, condition.of, condition.asks)),
      );
      known.set(topic, [...others, { asked: condition }]);
    }
    return new Assumptions(this.#ground, known);
  }

  #isSame(condition: Condition, of: ts.Expression, asks: Condition['asks']): boolean {
    const { conditions } = this.#ground;
    return condition.asks === asks && conditions.get(condition.of)?.first === conditions.get(of)?.first;
  }
}

/** Whether a step stores something: an assignment, or the declaration of a variable. */
function isStored(node: ts.Node, { syntax }: Unit): boolean {
  const { parent } = node;
  return (syntax.isVariableDeclaration(parent) && parent.name === node) || isAssigned(node, syntax);
}

/** `let x;` */
function isUndefinedBy({ parent }: ts.Node, { syntax }: Unit): boolean {
  return (
    syntax.isVariableDeclaration(parent) && !parent.initializer && syntax.isVariableStatement(parent.parent.parent)
  );
}

function valueStored(node: ts.Node, { syntax }: Unit): ts.Expression | undefined {
  const { parent } = node;
  if (syntax.isVariableDeclaration(parent)) return parent.initializer;
  const isPlain = syntax.isBinaryExpression(parent) && parent.operatorToken.kind === syntax.SyntaxKind.EqualsToken;
  return isPlain ? parent.right : undefined;
}

/** Whether a value is truthy: one that is written out, an object that is made, a promise. Undefined where it may be either. */
function truthOf(expression: ts.Expression | undefined, { facts, syntax }: Unit): boolean | undefined {
  if (!expression) return undefined;
  const { FalseKeyword, NullKeyword, TrueKeyword } = syntax.SyntaxKind;
  const value = unwrap(expression, syntax);
  if (value.kind === FalseKeyword || value.kind === NullKeyword) return false;
  if (syntax.isIdentifier(value)) return value.text === 'undefined' ? false : undefined;
  if (syntax.isStringLiteralLike(value)) return value.text !== '';
  if (syntax.isNumericLiteral(value)) return Number(value.text) !== 0;
  const isTruthy =
    value.kind === TrueKeyword ||
    syntax.isNewExpression(value) ||
    syntax.isFunctionLike(value) ||
    syntax.isObjectLiteralExpression(value) ||
    syntax.isArrayLiteralExpression(value) ||
    (syntax.isCallExpression(value) && facts.yieldOf(value) === 'promise');
  return isTruthy ? true : undefined;
}

function keyOf(known: Known): string {
  if ('assigned' in known) return `${known.where}=${known.assigned}`;
  const { asks, is, of } = known.asked;
  return `${of.pos}${asks}${typeof is === 'object' ? is.pos : is}`;
}
