import type ts from 'typescript';
import { functionAround } from '../../syntax/ancestors.js';
import { findReferences, isWrite, type LocalBinding } from '../names/find-references.js';
import { perUnit } from '../per-unit.js';
import type { Unit } from '../unit.js';
import { findConditions } from './find-conditions.js';
import { findLostPath } from './find-lost-path.js';
import type { FlowGraph, FlowStep } from './flow-graph.js';
import { flowGraphOf } from './flow-graph-of.js';

/** A value that a local variable keeps, or that is put into the collection that it keeps. */
export interface KeptValue {
  /** Where it is put: the name of the variable in its declaration or in an assignment, or the call that fills the collection. */
  readonly from: ts.Node;
  /** What makes the value, where the variable may come by another one at the same place: `cond ? undefined : repo.save(x)`. */
  readonly maker?: ts.Expression | undefined;
  readonly binding: LocalBinding;
  /** Whether a reference to the variable waits for the value, or hands it on to what may. */
  readonly isAwaitedAt: (read: ts.Identifier) => boolean;
}

/** What becomes of a value that a local variable keeps. */
export interface Trace {
  /**
   * On which paths something waits for it before another value takes its place, or the function gives its result: on none; on some, and
   * there is a path on which nothing does; or none of that can be said. A path that throws says nothing.
   */
  readonly awaited: 'never' | 'onSomePaths' | 'elsewise';
  /** What may refer to the variable while it keeps the value. */
  readonly reads: ReadonlySet<ts.Node>;
}

/**
 * Follows a value through the function that keeps it. Undefined where that cannot be done: another function keeps it, or refers to the
 * variable and waits, or nothing ever comes to where it is put.
 */
export function traceValue(value: KeptValue, unit: Unit): Trace | undefined {
  const { binding, from, isAwaitedAt, maker } = value;
  const graph = graphAround(from, binding, unit);
  const references = findReferences(binding, unit);
  const captured = references.filter(reference => functionAround(reference, unit.syntax) !== binding.scope);
  if (!graph || captured.some(reference => isWrite(reference, unit) || isAwaitedAt(reference))) return undefined;
  const stores = new Set<ts.Node>([
    binding.declaration.name,
    ...references.filter(reference => isWrite(reference, unit)),
  ]);
  const awaiting = new Set<ts.Node>(references.filter(reference => !stores.has(reference) && isAwaitedAt(reference)));
  const isReplacedAt = ({ node }: FlowStep): boolean => node !== undefined && stores.has(node);
  const isMetAt = ({ node }: FlowStep): boolean => node !== undefined && awaiting.has(node);

  const before = stepsBefore(graph, unit);
  const starts = graph.stepsAt(from).filter(step => step === graph.start || before.has(step));
  if (starts.length === 0) return undefined;
  const mentions = [
    ...[...stores, ...references].flatMap(reference => graph.stepsAt(reference)),
    ...(branchesByRoot(graph, unit).get(binding.declaration) ?? []),
  ];
  const live = liveSteps(mentions, starts, before);
  const reached = reach(starts, step => isReplacedAt(step) || !live.has(step));
  const passed = new Set([...reached].map(({ node }) => node));
  const reads = new Set(references.filter(reference => passed.has(reference) || captured.includes(reference)));
  if (![...reached].some(isMetAt)) return { awaited: 'never', reads };
  const makers = maker ? graph.stepsAt(maker) : [];
  const isLost = findLostPath({ graph, starts, makers, live, isMetAt, isReplacedAt, binding }, unit);
  return { awaited: isLost ? 'onSomePaths' : 'elsewise', reads };
}

/** The paths of the function that keeps a value, where it is that function which puts it there. */
function graphAround(from: ts.Node, { scope }: LocalBinding, unit: Unit): FlowGraph | undefined {
  const { body } = scope as { readonly body?: ts.ConciseBody }; // constructors and accessors have one as well
  return body && functionAround(from, unit.syntax) === scope ? flowGraphOf(body, unit) : undefined;
}

/** The steps behind some others, up to those that end a path. */
function reach(starts: readonly FlowStep[], isEnd: (step: FlowStep) => boolean): ReadonlySet<FlowStep> {
  const reached = new Set<FlowStep>();
  const open = starts.flatMap(({ edges }) => edges.map(({ to }) => to));
  for (let step = open.pop(); step; step = open.pop()) {
    if (reached.has(step)) continue;
    reached.add(step);
    if (!isEnd(step)) open.push(...step.edges.map(({ to }) => to));
  }
  return reached;
}

/** The steps from which a path may come to some others, that are not before where the value is put. */
function liveSteps(
  references: readonly FlowStep[],
  starts: readonly FlowStep[],
  before: ReadonlyMap<FlowStep, readonly FlowStep[]>,
): ReadonlySet<FlowStep> {
  const live = new Set<FlowStep>();
  const open = [...references];
  for (let step = open.pop(); step; step = open.pop()) {
    if (live.has(step)) continue;
    live.add(step);
    if (!starts.includes(step)) open.push(...(before.get(step) ?? []));
  }
  return live;
}

/** The steps that lead to each step. */
const stepsBefore = perUnit(({ start }: FlowGraph): ReadonlyMap<FlowStep, readonly FlowStep[]> => {
  const before = new Map<FlowStep, FlowStep[]>();
  const reached = new Set([start]);
  for (const step of reached)
    for (const { to } of step.edges) {
      const known = before.get(to);
      if (known) known.push(step);
      else before.set(to, [step]);
      reached.add(to);
    }
  return before;
});

/** The steps at which paths part by what has to do with a variable. */
const branchesByRoot = perUnit((graph: FlowGraph, unit): ReadonlyMap<ts.Node, readonly FlowStep[]> => {
  const conditions = findConditions(graph, unit);
  const branches = new Map<ts.Node, FlowStep[]>();
  for (const step of new Set([graph.start, ...stepsBefore(graph, unit).keys()])) {
    const roots = step.edges.flatMap(({ when }) => [...((when && conditions.get(when.of)?.roots) ?? [])]);
    for (const root of new Set(roots)) {
      const known = branches.get(root);
      if (known) known.push(step);
      else branches.set(root, [step]);
    }
  }
  return branches;
});
