import type ts from 'typescript';
import { isNothing } from '../../syntax/is-nothing.js';
import { unwrap } from '../../syntax/unwrap.js';
import { findReferences, type LocalBinding } from '../names/find-references.js';
import type { Unit } from '../unit.js';
import type { Assumptions } from './assumptions.js';
import { findConditions } from './find-conditions.js';
import type { Condition, FlowEdge, FlowGraph, FlowStep } from './flow-graph.js';
import { pathsOf } from './paths-of.js';
import { waysOn } from './ways-on.js';

/** A search for a path on which nothing waits for a value. */
export interface Search {
  readonly graph: FlowGraph;
  /** Where the variable comes by the value. */
  readonly starts: readonly FlowStep[];
  /** What a path has to pass before, for it to be that value; none where any path will do. */
  readonly makers: readonly FlowStep[];
  readonly binding: LocalBinding;
  /** From where something that refers to the variable may come. */
  readonly live: ReadonlySet<FlowStep>;
  /** Where something waits for the value. */
  readonly isMetAt: (step: FlowStep) => boolean;
  /** Where another value takes its place. */
  readonly isReplacedAt: (step: FlowStep) => boolean;
}

/** A path as far as it has come. */
interface Path {
  readonly step: FlowStep;
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
  const { graph, isMetAt, isReplacedAt, live, makers, starts } = search;
  const paths = pathsOf(graph, unit);
  const begins = makers.length > 0 ? makers : starts;
  const open = begins.flatMap(step => paths.to(step).map((assumed): Path => ({ step, isKept: false, assumed })));
  const visited = new Map<FlowStep, Set<string>>();
  for (let path = open.pop(); path; path = open.pop()) {
    const { assumed, isKept, step } = path;
    if (!isNew(path, visited)) continue;
    if (isKept && (isReplacedAt(step) || (!live.has(step) && paths.mayReturn(step, assumed)))) return true;
    if (isKept && (isMetAt(step) || !live.has(step))) continue;
    const keeps = isKept || starts.includes(step);
    for (const way of waysOn(step, assumed, { mayFail: false, unit }))
      if (!keeps || isOpenToPromise(way, search, unit))
        open.push({ step: way.to, isKept: keeps, assumed: way.assumed });
  }
  return false;
}

/** Whether no path came to the same step knowing the same. */
function isNew({ assumed, isKept, step }: Path, visited: Map<FlowStep, Set<string>>): boolean {
  let keys = visited.get(step);
  if (!keys) visited.set(step, (keys = new Set()));
  const key = `${isKept ? 'kept' : ''} ${assumed.key}`;
  return !keys.has(key) && keys.add(key).size > 0;
}

/** Whether a way is certainly open while there is a promise in the variable, as far as it depends on that. */
function isOpenToPromise({ when }: FlowEdge, { binding, graph }: Search, unit: Unit): boolean {
  const isAboutIt = when && findConditions(graph, unit).get(when.of)?.roots.has(binding.declaration);
  return !isAboutIt || isSoOfPromise(when, binding, unit);
}

/** Whether a condition about the variable itself certainly comes out like this, since there is a promise in it. */
function isSoOfPromise({ asks, is, of }: Condition, binding: LocalBinding, unit: Unit): boolean {
  const { syntax } = unit;
  const isVariable = (node: ts.Expression): boolean =>
    findReferences(binding, unit).some(reference => reference === unwrap(node, syntax));
  if (asks === 'clause' || asks === 'rounds') return false;
  if (isVariable(of)) return is;
  if (!syntax.isBinaryExpression(of)) return false;
  const isCompared = isVariable(of.left)
    ? isNothing(of.right, syntax)
    : isVariable(of.right) && isNothing(of.left, syntax);
  const { ExclamationEqualsEqualsToken, ExclamationEqualsToken } = syntax.SyntaxKind;
  const isUnequal = [ExclamationEqualsEqualsToken, ExclamationEqualsToken].some(kind => kind === of.operatorToken.kind);
  return isCompared && is === isUnequal;
}
