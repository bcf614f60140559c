import { perUnit } from '../per-unit.js';
import type { Unit } from '../unit.js';
import { Assumptions } from './assumptions.js';
import type { FlowGraph, FlowStep } from './flow-graph.js';
import { waysOn } from './ways-on.js';

/** The paths through a function that it certainly can take, found once for all that is asked of it. */
export interface Paths {
  /**
   * What the paths know that come to a step: those on which nothing fails, and where there are none, as in a `catch`, those on which
   * something does. None where no path certainly comes to it, or there are too many to tell.
   */
  to(step: FlowStep): readonly Assumptions[];
  /** Whether a path that knows something at a step certainly goes on to where the function gives its result. */
  mayReturn(step: FlowStep, assumed: Assumptions): boolean;
}

/** A path as far as it has come, and the one that it goes on from. */
interface Path {
  readonly step: FlowStep;
  readonly assumed: Assumptions;
  readonly before: Path | undefined;
}

/** Follows the paths of a function. */
export const pathsOf = perUnit((graph: FlowGraph, unit): Paths => {
  let reached: ByStep<Assumptions> | undefined;
  let failing: ByStep<Assumptions> | undefined;
  const returning: ByStep<boolean> = new Map();
  return {
    to: step => {
      reached ??= followAll(graph, false, unit);
      const known = reached.get(step) ?? (failing ??= followAll(graph, true, unit)).get(step);
      return [...(known?.values() ?? [])];
    },
    mayReturn: (step, assumed) => mayReturn({ step, assumed, before: undefined }, { graph, returning, unit }),
  };
});

/** What the paths from the start of a function know at each step; nothing where there are too many. */
function followAll(graph: FlowGraph, mayFail: boolean, unit: Unit): ByStep<Assumptions> {
  const reached: ByStep<Assumptions> = new Map();
  const open: Path[] = [{ step: graph.start, assumed: Assumptions.atStart(graph, unit), before: undefined }];
  let count = 0;
  for (let path = open.pop(); path; path = open.pop()) {
    const known = at(reached, path.step);
    if (known.has(path.assumed.key)) continue;
    known.set(path.assumed.key, path.assumed);
    count += 1;
    if (count > maximalPaths) return new Map();
    open.push(...goOn(path, mayFail, unit));
  }
  return reached;
}

/** Functions with more paths than this, alike ones aside, are said nothing of. */
const maximalPaths = 200_000;

interface Returning {
  readonly graph: FlowGraph;
  /** What is found out already. */
  readonly returning: ByStep<boolean>;
  readonly unit: Unit;
}

function mayReturn(from: Path, { graph, returning, unit }: Returning): boolean {
  const visited: Path[] = [];
  const open = [from];
  for (let path = open.pop(); path; path = open.pop()) {
    const known = at(returning, path.step);
    const answer = path.step === graph.returned || known.get(path.assumed.key);
    if (answer === true) {
      for (const other of visited) at(returning, other.step).delete(other.assumed.key);
      for (let way: Path | undefined = path; way; way = way.before) at(returning, way.step).set(way.assumed.key, true);
      return true;
    }
    if (answer === false || visited.length > maximalPaths) continue;
    known.set(path.assumed.key, false); // so far, and for good where nothing else is found
    visited.push(path);
    open.push(...goOn(path, false, unit));
  }
  return false;
}

/** The paths that go one step further. */
function goOn(path: Path, mayFail: boolean, unit: Unit): readonly Path[] {
  return waysOn(path.step, path.assumed, { mayFail, unit }).map(({ assumed, to }) => ({
    step: to,
    assumed,
    before: path,
  }));
}

/** Something by the key of what a path knows at a step. */
type ByStep<Value> = Map<FlowStep, Map<string, Value>>;

function at<Value>(byStep: ByStep<Value>, step: FlowStep): Map<string, Value> {
  let found = byStep.get(step);
  if (!found) byStep.set(step, (found = new Map<string, Value>()));
  return found;
}
