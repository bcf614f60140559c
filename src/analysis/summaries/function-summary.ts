import type { Execution, Operation } from '../../catalogue/library-entry.js';
import type { Handler } from '../origins/find-handler.js';
import type { Origin } from '../finding.js';
import type { Step } from '../step.js';

/** A call of which some function on the way sees to the failure. */
export interface Handled {
  /** As messages show it. */
  readonly call: string;
  readonly by: Handler;
  /** Where the call is made. */
  readonly step: Step;
}

/** The way from a function, or from a call, to a persistence call: the shortest, and of those the first in the text. */
export interface Path {
  /** The persistence call, without what leads to it. */
  readonly origin: Pick<Origin, 'library' | 'receiver' | 'method' | 'operation'>;
  /** When that runs, for whoever calls the function. */
  readonly execution: Execution;
  /** How many functions lead to it. */
  readonly length: number;
  /** The function, or at last the call. */
  readonly step: Step;
  /** Whether the function has no name, so that messages pass over it. */
  readonly isAnonymous: boolean;
  /** What follows; undefined for the call. */
  readonly next: Path | undefined;
}

/** What a call of a function does, as far as whoever makes it is concerned. Plain data: nothing in it refers to a tree or a checker. */
export interface FunctionSummary {
  /** What it waits for, or gives back the promise of: a way to each operation and execution. */
  readonly paths: readonly Path[];
  /** The nearest failure that some function on the way sees to, and how many functions away. */
  readonly handled: { readonly distance: number; readonly what: Handled } | undefined;
  /** Whether whoever calls it may hear of a failure all the same: of another call, or of what one of the functions throws. */
  readonly mayReject: boolean;
  /** Whether it may never be over, or a function that it waits for: by a loop without an end. */
  readonly isEndless: boolean;
  /** Whether it may go on as long as the program does, or a function that it waits for: it waits for a method of a library that is called so, as `launch`. */
  readonly isOpenEnded: boolean;
  /** Whether it waits for an event, or a function that it waits for. */
  readonly waitsForEvents: boolean;
  /** The same as `isEndless` of functions that come to a persistence call, also by calling themselves, or arming a timer again and again. */
  readonly mayHang: boolean;
  /** Whether it pauses for long between two attempts, or between whatever else is repeated, itself or by what it waits for. */
  readonly pausesForLong: boolean;
  /** Whether some function on the way comes to the persistence call again and again: for each item of something. */
  readonly isBulk: boolean;
  /** Whether something is kept in a cache, where it can be made anew. */
  readonly fillsCache: boolean;
  /** Whether something is changed that is no cache. */
  readonly changesMore: boolean;
}

/** What is known of a function that does nothing of all this. */
export const nothing: FunctionSummary = {
  paths: [],
  handled: undefined,
  mayReject: false,
  isEndless: false,
  isOpenEnded: false,
  waitsForEvents: false,
  mayHang: false,
  pausesForLong: false,
  isBulk: false,
  fillsCache: false,
  changesMore: false,
};

/** Whether a summary says the same as the one that was made before it, of the same other summaries. */
export function isSameSummary(one: FunctionSummary, other: FunctionSummary): boolean {
  return (
    one.paths.length === other.paths.length &&
    one.paths.every((path, index) => path === other.paths[index]) &&
    one.handled?.distance === other.handled?.distance &&
    isSameStep(one.handled?.what.step, other.handled?.what.step) &&
    flags.every(flag => one[flag] === other[flag])
  );
}

const flags = [
  'mayReject',
  'isEndless',
  'isOpenEnded',
  'waitsForEvents',
  'mayHang',
  'pausesForLong',
  'isBulk',
  'fillsCache',
  'changesMore',
] as const satisfies readonly (keyof FunctionSummary)[];

function isSameStep(one: Step | undefined, other: Step | undefined): boolean {
  return one?.file === other?.file && one?.line === other?.line && one?.column === other?.column;
}

/** What weighs more comes first. */
const ranks: readonly Operation[] = ['write', 'transaction', 'unknown', 'read', 'connection'];

/** Of several ways to the same operation and execution the shortest, and of those the first; the weightiest operation comes first. */
export function choosePaths(all: readonly Path[]): readonly Path[] {
  const chosen = new Map<string, Path>();
  for (const path of all) {
    const key = `${path.origin.operation} ${path.execution}`;
    const known = chosen.get(key);
    if (!known || path.length < known.length) chosen.set(key, path);
  }
  return [...chosen.values()].toSorted(
    (a, b) => ranks.indexOf(a.origin.operation) - ranks.indexOf(b.origin.operation) || a.length - b.length,
  );
}

/** What several functions that one call may mean do together, or several calls of one function. */
export function combineSummaries(all: readonly FunctionSummary[]): FunctionSummary {
  const [only, ...others] = all;
  if (!only) return nothing;
  if (others.length === 0) return only;
  return {
    paths: choosePaths(all.flatMap(({ paths }) => paths)),
    handled: all.reduce<FunctionSummary['handled']>(
      (nearest, { handled }) => (handled && (!nearest || handled.distance < nearest.distance) ? handled : nearest),
      undefined,
    ),
    mayReject: all.some(({ mayReject }) => mayReject),
    isEndless: all.some(({ isEndless }) => isEndless),
    isOpenEnded: all.some(({ isOpenEnded }) => isOpenEnded),
    waitsForEvents: all.some(summary => summary.waitsForEvents),
    mayHang: all.some(({ mayHang }) => mayHang),
    pausesForLong: all.some(({ pausesForLong }) => pausesForLong),
    isBulk: all.some(({ isBulk }) => isBulk),
    fillsCache: all.some(({ fillsCache }) => fillsCache),
    changesMore: all.some(({ changesMore }) => changesMore),
  };
}
