import type ts from 'typescript';
import { functionAround } from '../../syntax/ancestors.js';
import { contains } from '../../syntax/contains.js';
import { isData } from '../../syntax/is-data.js';
import { isNothing } from '../../syntax/is-nothing.js';
import { isAssigned } from '../../syntax/is-assigned.js';
import { lastWord } from '../../syntax/name-of-call.js';
import { unwrap } from '../../syntax/unwrap.js';
import { findConstant } from '../names/find-constant.js';
import { findIdentifiersIn } from '../names/find-references.js';
import { isSameReference } from '../names/is-same-reference.js';
import { perUnit } from '../per-unit.js';
import type { Unit } from '../unit.js';
import { isPartOf } from './is-part-of.js';
import type { Condition, FlowGraph } from './flow-graph.js';

/** A variable, a member or a call that conditions ask. */
export interface Topic {
  readonly node: ts.Expression;
  /** What declares the variable that it is, or is a member of; none where nobody is seen to. */
  readonly roots: readonly ts.Node[];
}

/** What the condition of a branch depends on. */
export interface Asked {
  /** What it asks that may be asked, or changed, elsewhere. */
  readonly topics: readonly Topic[];
  /** Whether it asks one thing alone, so that what is assigned to that may decide it. */
  readonly isOfOne: boolean;
  /** Everything it asks depends on these. */
  readonly roots: ReadonlySet<ts.Node>;
  /** The first condition that asks the same, itself where there is none before. */
  readonly first: ts.Expression;
  /** Whether it comes out the same each time, as long as nothing is assigned to its variables. */
  readonly isStable: boolean;
}

/** The conditions of the branches of a function, by the expression that is tested. */
export type Conditions = ReadonlyMap<ts.Expression, Asked>;

/** What the branches of a function ask. */
export const findConditions = perUnit((graph: FlowGraph, unit): Conditions => {
  const tested = collectTested(graph);
  const topics: Topic[] = [];
  const byWord = new Map<string | undefined, Topic[]>();
  const intern = (node: ts.Expression): Topic => {
    const alike = listAt(byWord, lastWord(node, unit.syntax));
    let known = alike.find(topic => isSameReference(topic.node, node, unit));
    if (!known) {
      known = { node, roots: rootsOf(node, unit) };
      alike.push(known);
      topics.push(known);
    }
    return known;
  };
  const asking = tested.map(condition => ({
    ...condition,
    all: [...new Set(topicsIn(condition.of, new Set(), unit).map(intern))],
  }));
  // Whether a loop runs may be told by any member of what it runs over, such as its length.
  const related = asking.map(asked =>
    asked.asks === 'rounds'
      ? { ...asked, all: topics.filter(topic => asked.all.some(whole => isPartOf(topic.node, whole.node, unit))) }
      : asked,
  );
  const byTopic = new Map<Topic | undefined, Condition[]>();
  const firstAsking = (asked: Condition & { readonly all: readonly Topic[] }): ts.Expression => {
    const alike = listAt(byTopic, asked.all[0]);
    const first = alike.find(({ asks, of }) => asks === asked.asks && isSameReference(of, asked.of, unit));
    if (!first) alike.push(asked);
    return first?.of ?? asked.of;
  };
  const times = new Map<Topic, number>();
  for (const { all, of } of related)
    for (const topic of all) times.set(topic, (times.get(topic) ?? 0) + (isInLoop(of, unit) ? 2 : 1));
  return new Map(
    related.map(asked => [
      asked.of,
      {
        topics: asked.all.filter(
          topic => (times.get(topic) ?? 0) > 1 || isChanged(topic, unit) || beginsWithKnown(topic, unit),
        ),
        isOfOne: asked.all.length === 1,
        roots: new Set(asked.all.flatMap(({ roots }) => roots)),
        first: firstAsking(asked),
        isStable: isStable(asked, asked.all, unit),
      },
    ]),
  );
});

function listAt<Key, Item>(lists: Map<Key, Item[]>, key: Key): Item[] {
  let list = lists.get(key);
  if (!list) lists.set(key, (list = []));
  return list;
}

/** What is tested on any path, in the order of the text. */
function collectTested({ start }: FlowGraph): readonly Condition[] {
  const tested = new Map<ts.Expression, Condition>();
  const reached = new Set([start]);
  for (const { edges } of reached)
    for (const { to, when } of edges) {
      if (when) tested.set(when.of, when);
      reached.add(to);
    }
  return [...tested.values()].toSorted((a, b) => a.of.pos - b.of.pos);
}

/** What an expression asks. Of a constant also what it was made of. */
function topicsIn(expression: ts.Node, seen: Set<ts.Node>, unit: Unit): readonly ts.Expression[] {
  const { syntax } = unit;
  const at = syntax.isExpression(expression) ? unwrap(expression, syntax) : expression;
  if (syntax.isFunctionLike(at) || seen.has(at)) return [];
  seen.add(at);
  if (syntax.isIdentifier(at)) {
    if (at.text === 'undefined') return [];
    const made = findConstant(at, unit);
    return made ? [at, ...topicsIn(made, seen, unit)] : [at];
  }
  if (syntax.isCallExpression(at)) {
    const given = at.arguments.flatMap(argument => topicsIn(argument, seen, unit));
    const callee = unwrap(at.expression, syntax);
    if (syntax.isPropertyAccessExpression(callee) && isOfHere(callee, unit))
      return [...topicsIn(callee.expression, seen, unit), ...given];
    return given.length > 0 ? given : [at];
  }
  if (syntax.isPropertyAccessExpression(at) || syntax.isElementAccessExpression(at)) {
    const root = rootOf(at, unit);
    const keys = syntax.isElementAccessExpression(at) ? topicsIn(at.argumentExpression, seen, unit) : [];
    return isVariable(root, unit) ? [at, ...keys] : [...topicsIn(at.expression, seen, unit), ...keys];
  }
  const parts: ts.Expression[] = [];
  syntax.forEachChild(at, part => {
    parts.push(...topicsIn(part, seen, unit));
  });
  return parts;
}

/** What a chain of members begins with: `a` in `a.b[0]!.c`. */
function rootOf(expression: ts.Expression, { syntax }: Unit): ts.Expression {
  let at = unwrap(expression, syntax);
  while (syntax.isPropertyAccessExpression(at) || syntax.isElementAccessExpression(at))
    at = unwrap(at.expression, syntax);
  return at;
}

function isVariable(expression: ts.Expression, { syntax }: Unit): boolean {
  return syntax.isIdentifier(expression) || expression.kind === syntax.SyntaxKind.ThisKeyword;
}

/** Whether something belongs to `this`, or to a variable of the functions around it, and so may be another thing each time. */
function isOfHere(expression: ts.Expression, unit: Unit): boolean {
  const root = rootOf(expression, unit);
  if (!unit.syntax.isIdentifier(root)) return true;
  return rootsOf(root, unit).some(declaration => functionAround(declaration, unit.syntax) !== undefined);
}

function rootsOf(expression: ts.Expression, unit: Unit): readonly ts.Node[] {
  const root = rootOf(expression, unit);
  return unit.syntax.isIdentifier(root) ? unit.facts.declarationsOf(root) : [];
}

function isInLoop(node: ts.Node, { syntax }: Unit): boolean {
  for (let at = node.parent; !syntax.isFunctionLike(at) && !syntax.isSourceFile(at); at = at.parent)
    if (syntax.isIterationStatement(at, false)) return true;
  return false;
}

/** Whether something is assigned to what a topic is, or is a member of, beside its declaration. */
function isChanged({ node, roots }: Topic, unit: Unit): boolean {
  const scope = functionAround(node, unit.syntax);
  const root = rootOf(node, unit);
  if (!scope) return false;
  if (!unit.syntax.isIdentifier(root)) return true; // a member of `this`
  return findIdentifiersIn(scope, root.text, unit).some(
    identifier => isAssigned(identifier, unit.syntax) && isOneOf(unit.facts.declarationsOf(identifier), roots),
  );
}

/** Whether a variable is declared without a value, or with one that is written out. */
function beginsWithKnown({ node, roots }: Topic, { syntax }: Unit): boolean {
  return (
    syntax.isIdentifier(node) &&
    roots.some(
      declaration =>
        syntax.isVariableDeclaration(declaration) &&
        (!declaration.initializer ||
          isData(declaration.initializer, syntax) ||
          isNothing(declaration.initializer, syntax) ||
          [syntax.SyntaxKind.FalseKeyword, syntax.SyntaxKind.TrueKeyword].includes(declaration.initializer.kind)),
    )
  );
}

function isOneOf(declarations: readonly ts.Node[], others: readonly ts.Node[]): boolean {
  return declarations.some(declaration => others.includes(declaration));
}

/** Whether a condition comes out the same each time: it asks variables that nothing is assigned to, or whether a list has items. */
function isStable({ asks, of }: Pick<Condition, 'asks' | 'of'>, topics: readonly Topic[], unit: Unit): boolean {
  const { syntax } = unit;
  const { AwaitExpression, ThisKeyword, YieldExpression } = syntax.SyntaxKind;
  const isMember = (node: ts.Node): boolean =>
    syntax.isPropertyAccessExpression(node) || syntax.isElementAccessExpression(node) || node.kind === ThisKeyword;
  const isFickle = contains(
    of,
    node =>
      syntax.isCallExpression(node) ||
      syntax.isNewExpression(node) ||
      (asks !== 'rounds' && isMember(node)) ||
      [AwaitExpression, YieldExpression].includes(node.kind),
    syntax,
  );
  return (
    !isFickle &&
    topics.filter(topic => mentions(of, topic, unit)).every(topic => isMember(topic.node) || !isChanged(topic, unit))
  );
}

/** Whether an expression itself asks a topic, and not only what one of its constants was made of. */
function mentions(expression: ts.Expression, { node: topic }: Topic, unit: Unit): boolean {
  return contains(
    expression,
    node => node === topic || (node.kind === topic.kind && isSameReference(topic, node, unit)),
    unit.syntax,
  );
}
