import type ts from 'typescript';
import { findReferences, type LocalBinding } from '../names/find-references.js';
import type { Unit } from '../unit.js';
import { isNothing } from '../../syntax/is-nothing.js';
import { unwrap } from '../../syntax/unwrap.js';
import { Assumptions } from './assumptions.js';
import { findConditions } from './find-conditions.js';
import type { Condition, FlowGraph, FlowStep } from './flow-graph.js';

/** A search for a path on which nothing waits for a value. */
export interface Search {
  readonly graph: FlowGraph;
  /** Where the variable comes by the value. */
  readonly starts: readonly FlowStep[];
  /** What a path has to pass before, for it to be that value; none where any path will do. */
  readonly makers: readonly FlowStep[];
  readonly binding: LocalBinding;
  /** Where something waits for the value. */
  readonly isMetAt: (step: FlowStep) => boolean;
  /** Where another value takes its place. */
  readonly isReplacedAt: (step: FlowStep) => boolean;
}

/** A path as far as it has come. */
interface Path {
  readonly step: FlowStep;
  /** Whether the value is made. */
  readonly isMade: boolean;
  /** Whether the variable has come by the value. */
  readonly isKept: boolean;
  readonly assumed: Assumptions;
}

/**
 * Whether there certainly is a path that a function can take on which nothing waits for a value before another one takes its place, or
 * the function gives its result. No failure is assumed but what `throw` says. Where conditions may have to do with each other, and
 * nobody can say what, a path says nothing.
 */
export function findLostPath(search: Search, unit: Unit): boolean {
  const { graph, isMetAt, isReplacedAt, makers, starts } = search;
  const visited = new Map<FlowStep, Set<string>>();
  const open: Path[] = [
    { step: graph.start, isMade: makers.length === 0, isKept: false, assumed: Assumptions.atStart(graph, unit) },
  ];
  for (let path = open.pop(), count = 0; path && count < maximalPaths; path = open.pop()) {
    const { assumed, isKept, step } = path;
    if (!isNew(path, visited)) continue;
    count += 1;
    if (isKept && (step === graph.returned || isReplacedAt(step))) return true;
    if ((isKept && isMetAt(step)) || (step.node && neverReturns(step.node, unit))) continue;
    const next = assumed.after(step);
    const isMade = path.isMade || makers.includes(step);
    const keeps = isKept || (isMade && starts.includes(step));
    for (const { isByFailure, to, when } of step.edges) {
      if (isByFailure) continue;
      const found = when ? assume(when, { step, isMade, isKept: keeps, assumed: next }, { ...search, unit }) : next;
      if (found) open.push({ step: to, isMade, isKept: keeps, assumed: found });
    }
  }
  return false;
}

/** Functions with more paths than this, alike ones aside, are said nothing of; those that people write have a hundredth. */
const maximalPaths = 20_000;

/** Whether no path came to the same step knowing the same. */
function isNew({ assumed, isKept, isMade, step }: Path, visited: Map<FlowStep, Set<string>>): boolean {
  let keys = visited.get(step);
  if (!keys) visited.set(step, (keys = new Set()));
  const key = `${isKept ? 'kept' : isMade ? 'made' : ''} ${assumed.key}`;
  return !keys.has(key) && keys.add(key).size > 0;
}

/** `process.exit()`, `fail()`, as a statement of its own. */
function neverReturns(node: ts.Node, { facts, syntax }: Unit): boolean {
  return syntax.isCallExpression(node) && syntax.isExpressionStatement(node.parent) && facts.isNever(node);
}

/** What a path knows where a condition came out like this; undefined where that cannot be, or nobody can say whether. */
function assume(
  when: Condition,
  { assumed, isKept }: Path,
  { binding, graph, unit }: Search & { readonly unit: Unit },
): Assumptions | undefined {
  const next = assumed.assuming(when);
  if (!next?.isSure || !isKept) return next?.isSure ? next.assumptions : undefined;
  const isOfValue = findConditions(graph, unit).get(when.of)?.roots.has(binding.declaration) ?? false;
  return !isOfValue || isSoOfPromise(when, binding, unit) ? next.assumptions : undefined;
}

/** Whether a condition about the variable itself certainly comes out like this, since there is a promise in it. */
function isSoOfPromise({ asks, is, of }: Condition, binding: LocalBinding, unit: Unit): boolean {
  const { syntax } = unit;
  const isVariable = (node: ts.Expression): boolean =>
    findReferences(binding, unit).some(reference => reference === unwrap(node, syntax));
  if (asks === 'clause') return false;
  if (isVariable(of)) return is;
  if (!syntax.isBinaryExpression(of)) return false;
  const isCompared = isVariable(of.left)
    ? isNothing(of.right, syntax)
    : isVariable(of.right) && isNothing(of.left, syntax);
  const { ExclamationEqualsEqualsToken, ExclamationEqualsToken } = syntax.SyntaxKind;
  const isUnequal = [ExclamationEqualsEqualsToken, ExclamationEqualsToken].some(kind => kind === of.operatorToken.kind);
  return isCompared && is === isUnequal;
}
