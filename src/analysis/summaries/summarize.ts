import type ts from 'typescript';
import { functionAround } from '../../syntax/ancestors.js';
import type { Candidate } from '../../syntax/candidate.js';
import { isAsync } from '../../syntax/classify-surroundings.js';
import type { FunctionWithBody } from '../../syntax/has-body.js';
import { mayThrow } from '../../syntax/may-throw.js';
import { anonymousFunction, nameFunction } from '../../syntax/name-function.js';
import { renderCall } from '../../syntax/render-call.js';
import { outermostOf } from '../../syntax/unwrap.js';
import { findLocalBinding, findReads } from '../names/find-references.js';
import { armsItself } from './arms-itself.js';
import { findHandler } from '../origins/find-handler.js';
import { hasOpenEnd, waitsForEvents } from './has-open-end.js';
import { isRepeated } from '../origins/is-repeated.js';
import { pausesForLong } from '../origins/pauses-for-long.js';
import { yieldOf } from '../origins/yield-of.js';
import { perProject, perUnit } from '../per-unit.js';
import { toStep } from '../step.js';
import type { Unit } from '../unit.js';
import { classifyUse } from '../uses/classify-use.js';
import { hasCallback } from '../uses/has-callback.js';
import { findSilentGuard } from '../guards/silent-guards.js';
import type { Use } from '../uses/use.js';
import { isWaitedForCallback } from './is-waited-for.js';
import { createSolver } from './create-solver.js';
import {
  combineSummaries,
  isSameSummary,
  nothing,
  type FunctionSummary,
  type Handled,
  type Path,
} from './function-summary.js';
import { neverEnds } from './never-ends.js';
import { isRecursive } from './is-recursive.js';
import { comesBack } from './comes-back.js';
import { readLosing, type Losing } from './read-losing.js';
import type { Given } from './find-given.js';
import { isWaited, readParameter, type ParameterUse } from './parameter-fates.js';
import { findMaker, readCalled, readWaiting, type Called, type LibraryCall, type Waiting } from './read-function.js';

/** Gives what a function does. */
type Summarize = (fn: FunctionWithBody) => FunctionSummary;

/** What functions of the project do that a call may mean, as far as the settings let it be followed. */
export function summarizeCall(call: Candidate, unit: Unit): FunctionSummary {
  return unit.settings.follow !== 'off' && readCalled(call, unit).isFollowed ? summarizeFunctions(call, unit) : nothing;
}

/** What functions of the project do that a call may mean, whether or not what they persist counts. */
export function summarizeFunctions(call: Candidate, unit: Unit): FunctionSummary {
  return ofFunctions(readCalled(call, unit), summaryOf(unit), unit);
}

/**
 * Whether a query was made in the function that `query` stands in, or by a function of the project that it calls, as in
 * `threads(db).insert(t)`; and not handed to it.
 */
export function isMadeHere(query: ts.Expression, unit: Unit): boolean {
  return isMade(findMaker(query, unit), summaryOf(unit), unit);
}

/** Gives what each function of a project does. */
export const summaryOf = perProject((unit): Summarize =>
  createSolver({
    dependsOn: fn => findCallees(fn, unit),
    answer: (fn, summarize, together) => summarizeFunction(fn, { summarize, together }, unit),
    assumed: nothing,
    isSame: isSameSummary,
  }),
);

/** The functions that it matters of what they do: those that a function waits for, or would were its losses mended, and those that make a query that it extends. */
export const findCallees = perUnit((fn: FunctionWithBody, unit): readonly FunctionWithBody[] =>
  [...readWaiting(fn, unit), ...readMended(fn, unit)].flatMap(({ called: { functions, given, library } }) => [
    ...functions,
    ...given.flatMap(one => [...one.functions, ...(one.call ? readCalled(one.call, unit).functions : [])]),
    ...makersOf(library?.extended?.maker, unit).flatMap(maker => readCalled(maker, unit).functions),
  ]),
);

/** The call that made a query, and where that extends another query those that made this one. */
function makersOf(maker: Candidate | undefined, unit: Unit): readonly Candidate[] {
  const makers = new Set<Candidate>();
  for (let at = maker; at && !makers.has(at); at = readCalled(at, unit).library?.extended?.maker) makers.add(at);
  return [...makers];
}

/** Whether a call, or what it extends, makes a query here. */
function isMade(maker: Candidate | undefined, summarize: Summarize, unit: Unit): boolean {
  return makersOf(maker, unit).reduceRight((isInnerMade, at) => {
    const { functions, isFollowed, library } = readCalled(at, unit);
    if (library && (!library.extended || isInnerMade)) return library.origin.execution === 'lazy';
    const [path] = isFollowed ? combineSummaries(functions.map(summarize)).paths : [];
    return path?.execution === 'lazy';
  }, false);
}

/** What a function is summed up by. */
interface Summing {
  readonly summarize: Summarize;
  /** The functions that depend on it, as it does on them. */
  readonly together: ReadonlySet<FunctionWithBody>;
}

/**
 * What a function does, going by what the functions do that it waits for, and those that it would wait for. Among functions that
 * depend on each other nothing is taken back that counted once: else one that counts until it may hang, and may hang since it
 * counts, would have no answer.
 */
function summarizeFunction(fn: FunctionWithBody, summing: Summing, unit: Unit): FunctionSummary {
  const { summarize } = summing;
  const waiting = readWaiting(fn, unit);
  const inner = waiting.flatMap(({ called }) => called.functions.map(summarize));
  const duration = {
    isEndless: neverEnds(fn, unit) || inner.some(({ isEndless }) => isEndless),
    isOpenEnded: hasOpenEnd(fn, unit) || inner.some(({ isOpenEnded }) => isOpenEnded),
    waitsForEvents: waitsForEvents(fn, unit) || inner.some(summary => summary.waitsForEvents),
    pausesForLong: pausesForLong(fn, unit) || inner.some(summary => summary.pausesForLong),
  };
  const found = combineSummaries([
    ...callsThatPersist(fn, summing, unit).map(({ does, waiting: one }) => through(one, does, unit)),
    ...(summing.together.size > 1 ? [summarize(fn)] : []),
  ]);
  if (found.paths.length === 0) return { ...nothing, ...duration };
  return {
    ...found,
    ...duration,
    mayReject: found.mayReject || throwsItself(fn, unit),
    mayHang: found.mayHang || duration.isEndless || isRecursive(fn, unit) || armsItself(fn, unit),
  };
}

/** Says whether a function may never be over, whatever it comes to: by a loop, by calling itself, or by what it waits for. */
const mayNeverEnd = perProject(unit =>
  createSolver<FunctionWithBody, boolean>({
    dependsOn: fn => functionsIn(readWaiting(fn, unit)),
    answer: (fn, isOpen) =>
      neverEnds(fn, unit) ||
      isRecursive(fn, unit) ||
      armsItself(fn, unit) ||
      functionsIn(readWaiting(fn, unit)).some(isOpen),
    assumed: false,
    isSame: Object.is,
  }),
);

function functionsIn(calls: readonly Waiting[]): readonly FunctionWithBody[] {
  return calls.flatMap(({ called }) => called.functions);
}

/** A call that a function waits for, and what it comes to. */
interface Persisting {
  readonly waiting: Waiting;
  readonly does: FunctionSummary;
}

/** The calls by which a function comes to persistence calls. */
export const findPersisting = perUnit((fn: FunctionWithBody, unit): readonly Waiting[] =>
  callsThatPersist(fn, { summarize: summaryOf(unit), together: new Set() }, unit).map(({ waiting }) => waiting),
);

function callsThatPersist(fn: FunctionWithBody, { summarize, together }: Summing, unit: Unit): readonly Persisting[] {
  const toPersisting = (waiting: Waiting): Persisting => ({ waiting, does: ofCalled(waiting.called, summarize, unit) });
  return [
    ...readWaiting(fn, unit)
      .map(toPersisting)
      .filter(({ does }) => does.paths.length > 0),
    ...readMended(fn, unit).flatMap(losing => {
      const persisting = toPersisting(losing);
      const does = { ...persisting.does, mayHang: mayHangThere(losing, persisting.does) };
      return isLost(losing, does, unit) ? [persisting] : [];
    }),
  ];

  /** Of functions that this one depends on as they do on it, what is known before anything counts. */
  function mayHangThere({ called: { functions } }: Losing, { mayHang }: FunctionSummary): boolean {
    return functions.some(other => together.has(other)) ? functions.some(mayNeverEnd(unit)) : mayHang;
  }
}

/** The calls that a function would wait for were its losses mended. */
const readMended = perUnit((fn: FunctionWithBody, unit): readonly Losing[] =>
  readLosing(fn, unit).filter(({ call }) => !comesBack(call, unit)),
);

/** Whether a call that is lost loses something, and can be mended: who waits for it waits for an end, and hears of a failure. */
function isLost(
  { call, called, suspect }: Losing,
  { mayHang, mayReject, paths }: FunctionSummary,
  unit: Unit,
): boolean {
  const [path] = paths;
  if (!path || mayHang || !mayReject || hasCallback(call, unit) || yieldOf(call, unit) === 'value') return false;
  const { execution, origin } = path;
  const isExtension = called.library?.extended !== undefined;
  const lost = {
    suspect,
    origin: { ...origin, execution: suspect.isStarted ? ('eager' as const) : execution },
    isExtension,
    isText: called.library?.isText === true,
    mayHang,
  };
  return findSilentGuard(lost, unit) === undefined;
}

/** What a call does for whoever waits for it: a library's by itself, unless it only extends a query of somebody else. */
function ofCalled(called: Called, summarize: Summarize, unit: Unit): FunctionSummary {
  const { isFollowed, library } = called;
  if (library && (!library.extended || isMade(library.extended.maker, summarize, unit)))
    return summarizeLibraryCall(library, unit);
  return isFollowed && unit.settings.follow === 'deep' ? ofFunctions(called, summarize, unit) : nothing;
}

/** What the functions do that a call may run, and what they are given and wait for. */
function ofFunctions({ functions, given }: Called, summarize: Summarize, unit: Unit): FunctionSummary {
  const does = combineSummaries(functions.map(summarize));
  const further = given
    .map(one => withGiven(one, summarize, unit))
    .filter(({ paths }) => paths.length > 0)
    .map(one => ({ ...one, mayHang: one.mayHang || does.isEndless }));
  return further.length > 0
    ? combineSummaries([...(does.paths.length > 0 ? [does] : []), ...further, { ...does, paths: [] }])
    : does;
}

/** What the function of a parameter does by what it is given there. */
function withGiven({ call, functions, parameter }: Given, summarize: Summarize, unit: Unit): FunctionSummary {
  const does = call ? ofCalled(readCalled(call, unit), summarize, unit) : combineSummaries(functions.map(summarize));
  return does.paths.length > 0 ? byParameter(parameter, does, unit) : nothing;
}

/** What the function of a parameter does by what it is given there: at each place where it waits for that. */
function byParameter(
  parameter: ts.ParameterDeclaration,
  does: FunctionSummary,
  unit: Unit,
  passed = new Set<ts.ParameterDeclaration>(),
): FunctionSummary {
  passed.add(parameter);
  const all = readParameter(parameter, unit).flatMap(place => {
    const { becomes, fn } = place;
    const inners =
      typeof becomes !== 'string'
        ? (becomes.isWaitedFor ? becomes.of : [])
            .filter(inner => !passed.has(inner))
            .map(inner => byParameter(inner, does, unit, passed))
            .filter(({ paths }) => paths.length > 0)
        : isWaited(becomes)
          ? [does]
          : [];
    return inners.map(inner => {
      const found = through(place, inner, unit);
      return { ...found, mayReject: throwsItself(fn, unit) || found.mayReject };
    });
  });
  return combineSummaries(all);
}

/** What a call of a library does by itself. */
const summarizeLibraryCall = perUnit(({ call, fillsCache, origin }: LibraryCall, { syntax }): FunctionSummary => {
  const { execution, library, method, operation, receiver } = origin;
  const source = { library, receiver, method, operation };
  const step = toStep(call, renderCall(call, syntax));
  return {
    ...nothing,
    paths: [{ origin: source, execution, length: 0, step, isAnonymous: false, next: undefined }],
    mayReject: true,
    fillsCache,
    changesMore: !fillsCache && operation !== 'read',
  };
});

/** What a function does by one of the calls that it waits for. */
function through(place: Place, does: FunctionSummary, unit: Unit): FunctionSummary {
  const { handled, isBulk, pathTo } = readPassage(place, unit);
  return {
    ...does,
    paths: does.paths.map(pathTo),
    handled: handled
      ? { distance: 0, what: handled }
      : does.handled && { distance: does.handled.distance + 1, what: does.handled.what },
    mayReject: does.mayReject && !handled,
    isBulk: does.isBulk || isBulk,
  };
}

/** Where a function waits for something. */
type Place = Pick<ParameterUse, 'call' | 'fn' | 'use'>;

/** What a function makes of a call that it waits for, whatever is called. */
interface Passage {
  /** The path that leads on to what the call comes to: the same object for the same, so that whoever was told of it need not be told again. */
  readonly pathTo: (next: Path) => Path;
  readonly handled: Handled | undefined;
  readonly isBulk: boolean;
}

const readPassage = perUnit((place: Place, unit): Passage => {
  const { syntax } = unit;
  const { call, fn, use } = place;
  const name = nameFunction(fn, syntax);
  const by = findHandler(place, unit);
  const callStep = toStep(call, renderCall(call, syntax));
  const isStarted = isAsync(fn, syntax) || functionAround(call, syntax) !== fn || isRun(use, unit); // a query runs there, if it is one
  const begin = { step: toStep(fn, name), isAnonymous: name === anonymousFunction };
  const known = new WeakMap<Path, Path>();
  return { pathTo, handled: by && { call: callStep.name, by, step: callStep }, isBulk: isRepeated(call, fn, unit) };

  function pathTo(next: Path): Path {
    let path = known.get(next);
    if (!path) known.set(next, (path = createPath(next)));
    return path;
  }

  function createPath(next: Path): Path {
    const { execution, length, origin } = next;
    return { origin, execution: isStarted ? 'eager' : execution, length: length + 1, ...begin, next };
  }
});

/** Whether a query that is used like this runs in the function itself; else it is handed on as it is. */
function isRun(use: Use, unit: Unit): boolean {
  if (use.kind === 'returned') return false;
  const binding = use.kind === 'assigned' ? findLocalBinding(use.binding, unit) : undefined;
  return !binding || findReads(binding, unit).some(read => classifyUse(read, unit.syntax).kind === 'awaited');
}

/** Whether a function may fail by itself, whatever it calls. */
const throwsItself = perUnit(
  (fn: FunctionWithBody, unit): boolean =>
    isAsync(fn, unit.syntax) &&
    mayThrow(fn, unit.syntax, nested => isAsync(nested, unit.syntax) && isHeardInCall(nested, unit)),
);

/** Whether a function waits for a call that a callback is given to, and sees to no failure of it by a handler. */
function isHeardInCall(callback: ts.SignatureDeclaration, unit: Unit): boolean {
  const { parent } = outermostOf(callback, unit.syntax);
  if (!isWaitedForCallback(callback, unit) || !unit.syntax.isCallExpression(parent)) return false;
  const use = classifyUse(parent, unit.syntax);
  return !('isHandled' in use && use.isHandled);
}
