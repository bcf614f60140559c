import type { Candidate } from '../../syntax/candidate.js';
import type { FunctionWithBody } from '../../syntax/has-body.js';
import type { Origin } from '../finding.js';
import { isCacheWrite } from '../origins/is-cache-write.js';
import type { Unit } from '../unit.js';
import type { FunctionSummary, Handled, Path } from './function-summary.js';
import { readCalled } from './read-function.js';
import { isNamedForWork } from '../names/is-named-for-start.js';
import { nameOfCall } from '../../syntax/name-of-call.js';
import { isOpenEndedCall } from './has-open-end.js';
import { countPersisting, type Persisting } from './count-persisting.js';
import { findCallees, summarizeCall, summarizeFunctions } from './summarize.js';

/** A persistence call that a call comes to: itself, or by functions of the project that wait for it, or give it back. */
export interface Carried {
  /** The persistence call, with the functions that lead to it. */
  readonly origin: Origin;
  /** What some function on the way sees to, of all the failures there may be; undefined where none does. */
  readonly handled: Handled | undefined;
  /** Whether whoever calls the first function may hear of a failure all the same: of another call, or of what one of them throws. */
  readonly mayReject: boolean;
  /** Whether some function on the way may never be over: it loops without an end, calls itself, or arms a timer again and again. */
  readonly mayHang: boolean;
  /** How many of the functions that the call may run certainly come to one; undefined where none of the project's is called. */
  readonly persisting: Persisting | undefined;
  /** Whether it may go on as long as the program does, for all that anybody knows. */
  readonly isOpenEnded: boolean;
  /** Whether some function on the way pauses for long between two attempts, or between whatever else it repeats. */
  readonly pausesForLong: boolean;
  /** Whether some function on the way comes to the persistence call again and again: for each item of something. */
  readonly isBulk: boolean;
  /** Whether all that is written is kept in a cache, where it can be made anew. */
  readonly isCached: boolean;
}

/** Follows a call of the project's own function to the persistence call that its promise is, or waits for; undefined where there is none. */
export function followCall(call: Candidate, unit: Unit): Carried | undefined {
  const { functions, given } = readCalled(call, unit);
  unit.memory.of(createFollowed).set(call, [...functions, ...given.flatMap(one => one.functions)]);
  return toCarried(call, summarizeCall(call, unit), unit);
}

/** What a persistence call carries by itself: of a method of the project, also how long that may take, where its body is seen. */
export function carriedDirectly(call: Candidate, origin: Origin, unit: Unit): Carried {
  const does = summarizeFunctions(call, unit);
  return {
    origin,
    handled: undefined,
    mayReject: true,
    persisting: undefined,
    mayHang: does.mayHang || does.isEndless,
    isOpenEnded: isOpenEnded(call, does, unit),
    pausesForLong: does.pausesForLong,
    isBulk: false,
    isCached: isCacheWrite(call, origin, unit),
  };
}

/** Whether a call may go on as long as the program does: it waits for what may, or for events, and is called like something that does. */
function isOpenEnded(
  call: Candidate,
  does: Pick<FunctionSummary, 'isOpenEnded' | 'waitsForEvents'>,
  unit: Unit,
): boolean {
  return (
    does.isOpenEnded ||
    isOpenEndedCall(call, unit) ||
    (does.waitsForEvents && isNamedForWork(nameOfCall(call, unit.syntax) ?? '', unit))
  );
}

function toCarried(call: Candidate, { paths, ...summary }: FunctionSummary, unit: Unit): Carried | undefined {
  const [path] = paths;
  if (!path) return undefined;
  const { changesMore, fillsCache, handled, isBulk, mayHang, mayReject, pausesForLong } = summary;
  const steps = [...stepsOf(path)];
  return {
    origin: {
      ...path.origin,
      execution: path.execution,
      via: steps.flatMap(({ isAnonymous, next, step }) => (next && !isAnonymous ? [step.name] : [])),
      steps: steps.map(({ step }) => step),
    },
    handled: handled?.what,
    mayReject,
    persisting: countPersisting(call, unit),
    mayHang,
    isOpenEnded: isOpenEnded(call, summary, unit),
    pausesForLong,
    isBulk,
    isCached: fillsCache && !changesMore,
  };
}

function* stepsOf(path: Path): Generator<Path> {
  for (let at: Path | undefined = path; at; at = at.next) yield at;
}

/** What following calls came by. */
export interface Trails {
  /** The calls that somebody asked about, each with the functions it may call. */
  readonly calls: ReadonlyMap<Candidate, readonly FunctionWithBody[]>;
  /** By function, those that wait for it or give back its promise. */
  readonly callers: ReadonlyMap<FunctionWithBody, ReadonlySet<FunctionWithBody>>;
}

/** What all calls came by that were followed so far. */
export function trailsOf(unit: Unit): Trails {
  const calls = unit.memory.of(createFollowed);
  const callers = new Map<FunctionWithBody, Set<FunctionWithBody>>();
  const reached = new Set([...calls.values()].flat());
  for (const fn of reached) {
    for (const callee of findCallees(fn, unit)) {
      reached.add(callee); // is looked at in turn
      callers.set(callee, (callers.get(callee) ?? new Set()).add(fn));
    }
  }
  return { calls, callers };
}

function createFollowed(): Map<Candidate, readonly FunctionWithBody[]> {
  return new Map();
}
