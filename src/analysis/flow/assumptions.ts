import type ts from 'typescript';
import { isAssigned } from '../../syntax/is-assigned.js';
import { unwrap } from '../../syntax/unwrap.js';
import { isSameReference } from '../names/is-same-reference.js';
import type { Unit } from '../unit.js';
import { findConditions, type Asked, type Topic } from './find-conditions.js';
import type { Condition, FlowGraph, FlowStep } from './flow-graph.js';

/** What a path knows of a topic: what the last condition found that asked it, or whether what was assigned to it since is truthy. */
type Known = { readonly asked: Condition } | { readonly assigned: boolean; readonly where: number };

/** What is the same for all paths. */
interface Ground {
  readonly unit: Unit;
  readonly conditions: ReadonlyMap<ts.Expression, Asked>;
  readonly topics: readonly Topic[];
}

/** What a path through a function has found, or assigned, of what its conditions ask. Is never changed. */
export class Assumptions {
  /** The same for paths that know the same. */
  readonly key: string;
  readonly #ground: Ground;
  readonly #known: ReadonlyMap<Topic, Known>;

  private constructor(ground: Ground, known: ReadonlyMap<Topic, Known>) {
    this.#ground = ground;
    this.#known = known;
    this.key = ground.topics.map(topic => keyOf(known.get(topic))).join();
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
    const truth = truthOf(valueStored(node, unit), unit.syntax);
    const known = new Map(this.#known);
    for (const topic of topics.filter(part => isPartOf(part, node, unit))) {
      if (truth === undefined || !isSameReference(topic.node, node, unit)) known.delete(topic);
      else known.set(topic, { assigned: truth, where: node.pos });
    }
    return new Assumptions(this.#ground, known);
  }

  /**
   * What is known where a condition came out like this; `impossible` where it cannot, and `unsure` where what is known may have to do
   * with it, nobody can say what.
   */
  assuming(condition: Condition): Assumptions | 'impossible' | 'unsure' {
    const asked = this.#ground.conditions.get(condition.of);
    const topics = asked?.topics ?? [];
    const known = topics
      .flatMap(topic => this.#known.get(topic) ?? [])
      .filter(found => 'asked' in found || asked?.isOfOne);
    const assumed = this.#with(topics, { asked: condition });
    if (known.length === 0 || !asked) return assumed;
    const answers = new Set(known.map(found => this.#answer(condition, asked, found)));
    if (answers.has(false)) return 'impossible';
    return answers.has(true) ? assumed : 'unsure';
  }

  /** Whether something known makes a condition come out as it is assumed; undefined where that does not follow. */
  #answer({ asks, is, of }: Condition, asked: Asked, known: Known): boolean | undefined {
    if ('asked' in known) {
      const isSame =
        known.asked.asks === asks &&
        this.#ground.conditions.get(known.asked.of)?.first === asked.first &&
        asked.isStable;
      return isSame ? known.asked.is === is : undefined;
    }
    const [only, ...others] = asked.topics;
    const isItself = only !== undefined && others.length === 0 && isSameReference(only.node, of, this.#ground.unit);
    return isItself && asks === 'truth' ? known.assigned === is : undefined;
  }

  #with(topics: readonly Topic[], known: Known): Assumptions {
    if (topics.length === 0) return this;
    return new Assumptions(this.#ground, new Map([...this.#known, ...topics.map(topic => [topic, known] as const)]));
  }
}

/** Whether a step stores something: an assignment, or the declaration of a variable. */
function isStored(node: ts.Node, { syntax }: Unit): boolean {
  const { parent } = node;
  return (syntax.isVariableDeclaration(parent) && parent.name === node) || isAssigned(node, syntax);
}

/** Whether a topic is what is stored into, or a member of that. */
function isPartOf({ node: topic, roots }: Topic, node: ts.Node, unit: Unit): boolean {
  const { facts, syntax } = unit;
  if (syntax.isIdentifier(node)) return facts.declarationsOf(node).some(declaration => roots.includes(declaration));
  for (let at = topic; ; at = at.expression) {
    if (isSameReference(at, node, unit)) return true;
    if (!syntax.isPropertyAccessExpression(at) && !syntax.isElementAccessExpression(at)) return false;
  }
}

function valueStored(node: ts.Node, { syntax }: Unit): ts.Expression | undefined {
  const { parent } = node;
  if (syntax.isVariableDeclaration(parent)) return parent.initializer;
  const isPlain = syntax.isBinaryExpression(parent) && parent.operatorToken.kind === syntax.SyntaxKind.EqualsToken;
  return isPlain ? parent.right : undefined;
}

/** Whether something that is written out is truthy; undefined where it is not. */
function truthOf(expression: ts.Expression | undefined, syntax: Unit['syntax']): boolean | undefined {
  if (!expression) return undefined;
  const { FalseKeyword, NullKeyword, TrueKeyword } = syntax.SyntaxKind;
  const value = unwrap(expression, syntax);
  if (value.kind === TrueKeyword) return true;
  if (value.kind === FalseKeyword || value.kind === NullKeyword) return false;
  if (syntax.isIdentifier(value)) return value.text === 'undefined' ? false : undefined;
  if (syntax.isStringLiteralLike(value)) return value.text !== '';
  return syntax.isNumericLiteral(value) ? Number(value.text) !== 0 : undefined;
}

function keyOf(known: Known | undefined): string {
  if (!known) return '';
  if ('assigned' in known) return `${known.where}=${known.assigned}`;
  const { asks, is, of } = known.asked;
  return `${of.pos}${asks}${typeof is === 'object' ? is.pos : is}`;
}
