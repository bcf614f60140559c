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
  /** Where it is put: the name of the variable in its declaration, in an assignment, or in a call that fills the collection. */
  readonly from: ts.Identifier;
  /** What makes the value, where the variable may come by another one at the same place: `cond ? undefined : repo.save(x)`. */
  readonly maker?: ts.Expression | undefined;
  readonly binding: LocalBinding;
}

/** What becomes of a value that a local variable keeps. */
export interface Trace {
  /** Whether something may wait for it, on any path, before another value takes its place. */
  readonly mayBeAwaited: boolean;
  /** Whether there certainly is a path on which nothing does before that, or before the function gives its result. */
  isLostOnSomePath(): boolean;
  /** What may refer to the variable while it keeps the value. */
  reads(): ReadonlySet<ts.Node>;
}

/** Says of a reference to a variable whether it waits for the value, or hands it on to what may. */
export type IsAwaitedAt = (read: ts.Identifier, unit: Unit) => boolean;

/** Makes what follows the values of variables through the functions that keep them. */
export function createTracer(isAwaitedAt: IsAwaitedAt): (value: KeptValue, unit: Unit) => Trace | undefined {
  const variableOf = perUnit((declaration: ts.VariableDeclaration, unit) =>
    readVariable(declaration, isAwaitedAt, unit),
  );

  /** Undefined where a value cannot be followed: another function keeps it, or refers to the variable and waits, or nothing comes to where it is put. */
  return ({ binding, from, maker }, unit) => {
    if (functionAround(from, unit.syntax) !== binding.scope) return undefined;
    const variable = variableOf(binding.declaration, unit);
    if (!variable) return undefined;
    const { graph, isReplacedAt, live, mayMeet } = variable;
    const starts = graph.stepsAt(from).filter(step => step === graph.start || stepsBefore(graph, unit).has(step));
    if (starts.length === 0) return undefined;
    const makers = maker ? graph.stepsAt(maker) : [];
    return {
      mayBeAwaited: starts.some(({ edges }) => edges.some(({ to }) => mayMeet.has(to))),
      isLostOnSomePath: () => findLostPath({ ...variable, binding, starts, makers }, unit),
      reads: () => {
        const reached = reach(starts, step => isReplacedAt(step) || !live.has(step));
        const passed = new Set([...reached].map(({ node }) => node));
        return new Set(variable.references.filter(one => passed.has(one) || variable.captured.has(one)));
      },
    };
  };
}

/** What is the same for all values of a variable. */
interface Variable {
  readonly graph: FlowGraph;
  readonly references: readonly ts.Identifier[];
  /** Those of them in functions inside. */
  readonly captured: ReadonlySet<ts.Identifier>;
  /** The steps from which a path may come to a reference. */
  readonly live: ReadonlySet<FlowStep>;
  /** Those from which it may come to one that waits before another value takes the place of the one that is kept. */
  readonly mayMeet: ReadonlySet<FlowStep>;
  readonly isMetAt: (step: FlowStep) => boolean;
  readonly isReplacedAt: (step: FlowStep) => boolean;
}

function readVariable(declaration: ts.VariableDeclaration, isAwaitedAt: IsAwaitedAt, unit: Unit): Variable | undefined {
  const scope = functionAround(declaration, unit.syntax);
  const { body } = (scope ?? {}) as { readonly body?: ts.ConciseBody }; // constructors and accessors have one as well
  const references = findReferences({ declaration }, unit);
  const captured = new Set(references.filter(reference => functionAround(reference, unit.syntax) !== scope));
  const graph = body && flowGraphOf(body, unit);
  if (!graph || [...captured].some(one => isWrite(one, unit) || isAwaitedAt(one, unit))) return undefined;
  const writes = references.filter(reference => isWrite(reference, unit));
  const stores = new Set<ts.Node>([declaration.name, ...writes]);
  const awaiting = new Set<ts.Node>(references.filter(one => !stores.has(one) && isAwaitedAt(one, unit)));
  const isReplacedAt = ({ node }: FlowStep): boolean => node !== undefined && stores.has(node);
  const isMetAt = ({ node }: FlowStep): boolean => node !== undefined && awaiting.has(node);
  const stepsOf = (nodes: Iterable<ts.Node>): readonly FlowStep[] => [...nodes].flatMap(node => graph.stepsAt(node));
  const before = stepsBefore(graph, unit);
  const mentions = [...stepsOf([...stores, ...references]), ...(branchesByRoot(graph, unit).get(declaration) ?? [])];
  return {
    graph,
    references,
    captured,
    live: reachBackwards(mentions, before, ({ node }) => node === declaration.name),
    mayMeet: reachBackwards(stepsOf(awaiting), before, isReplacedAt),
    isMetAt,
    isReplacedAt,
  };
}

/** The steps behind some others, up to those that end a path. */
function reach(starts: readonly FlowStep[], isEnd: (step: FlowStep) => boolean): ReadonlySet<FlowStep> {
  const reached = new Set<FlowStep>();
  const open = starts.flatMap(({ edges }) => edges.map(({ to }) => to));
  for (let step = open.pop(); step; step = open.pop()) {
    if (reached.has(step)) continue;
    reached.add(step);
    if (!isEnd(step)) for (const { to } of step.edges) open.push(to);
  }
  return reached;
}

/** Some steps, and those that lead to them, up to those at which a path begins. */
function reachBackwards(
  from: readonly FlowStep[],
  before: ReadonlyMap<FlowStep, readonly FlowStep[]>,
  isStart: (step: FlowStep) => boolean,
): ReadonlySet<FlowStep> {
  const reached = new Set<FlowStep>();
  const open = [...from];
  for (let step = open.pop(); step; step = open.pop()) {
    if (reached.has(step)) continue;
    reached.add(step);
    if (!isStart(step)) for (const one of before.get(step) ?? []) open.push(one);
  }
  return reached;
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
