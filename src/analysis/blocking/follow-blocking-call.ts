import type { Candidate } from '../../syntax/candidate.js';
import { isAsync, isGenerator } from '../../syntax/classify-surroundings.js';
import type { FunctionWithBody } from '../../syntax/has-body.js';
import { anonymousFunction, nameFunction } from '../../syntax/name-function.js';
import { renderCall } from '../../syntax/render-call.js';
import { findCandidates } from '../find-candidates.js';
import { matchesSpecifier } from '../origins/match-specifier.js';
import { toStep, type Step } from '../step.js';
import { createSolver } from '../summaries/create-solver.js';
import type { BlockingUnit } from '../unit.js';
import { mayBlock } from './blocking-names.js';
import { isKeptOnce } from './is-kept-once.js';
import { matchBlockingCall, type BlockingMatch } from './match-blocking-call.js';
import { runsAtOnce } from './runs-at-once.js';

/** A blocking call that a synchronous function makes, with the functions that lead to it, outermost first. */
export interface CarriedBlock {
  readonly match: BlockingMatch;
  readonly via: readonly string[];
  /** Where these functions stand, with those that have no name, and at last the call. */
  readonly steps: readonly Step[];
}

/**
 * Follows a call of the project's own synchronous function to a call that blocks: the nearest, and of those the first in the
 * text. Where several functions may be meant, as behind an interface, all of them have to block.
 */
export function followBlockingCall(call: Candidate, unit: BlockingUnit): CarriedBlock | undefined {
  const way = wayOf(readFollowed(call, unit), solverFor(unit));
  if (!way) return undefined;
  const ways = [...waysFrom(way)];
  return {
    match: way.match,
    via: ways.flatMap(({ next, step }) => (next && step.name !== anonymousFunction ? [step.name] : [])),
    steps: ways.map(({ step }) => step),
  };
}

function* waysFrom(way: Way): Generator<Way> {
  for (let at: Way | undefined = way; at; at = at.next) yield at;
}

/** The way from a function to a call that blocks. */
interface Way {
  readonly match: BlockingMatch;
  /** How many functions lead to the call. */
  readonly length: number;
  /** The function, or at last the call. */
  readonly step: Step;
  /** What follows; undefined for the call. */
  readonly next: Way | undefined;
}

/** Gives the way from a function to a call that blocks; undefined where it makes none. */
type FindWay = (fn: FunctionWithBody) => Way | undefined;

/** What functions do depends on what counts, too. ESLint makes the checks of each file anew, so they are told apart by what they say. */
function solverFor(unit: BlockingUnit): FindWay {
  const { allowBlocking, checkCheapCalls } = unit.checks;
  const solvers = unit.memory.of(createSolvers);
  const key = JSON.stringify([allowBlocking, checkCheapCalls]);
  let solver = solvers.get(key);
  if (!solver) solvers.set(key, (solver = createFinder(unit)));
  return solver;
}

function createSolvers(): Map<string, FindWay> {
  return new Map();
}

function createFinder(unit: BlockingUnit): FindWay {
  const known = new WeakMap<FunctionWithBody, FunctionRead>();
  return createSolver<FunctionWithBody, Way | undefined>({
    dependsOn: fn => read(fn).inners.flatMap(({ functions }) => functions),
    answer: findWay,
    assumed: undefined,
    isSame: (one, other) => one?.step === other?.step && one?.next === other?.next,
  });

  function read(fn: FunctionWithBody): FunctionRead {
    let found = known.get(fn);
    if (!found) known.set(fn, (found = readFunction(fn, unit)));
    return found;
  }

  function findWay(fn: FunctionWithBody, find: FindWay): Way | undefined {
    const { inners, step } = read(fn);
    const [next] = inners
      .map(({ block, functions }) => block ?? wayOf(functions, find))
      .filter(way => way !== undefined)
      .toSorted((a, b) => a.length - b.length);
    return next && { match: next.match, length: next.length + 1, step, next };
  }
}

/** A function, with what it calls. */
interface FunctionRead {
  readonly step: Step;
  /** The calls that it makes before it is over, of those that may block, in the order of the text. */
  readonly inners: readonly Inner[];
}

/** A call that a synchronous function makes: one that blocks, or of functions of the project that may. */
interface Inner {
  readonly block: Way | undefined;
  readonly functions: readonly FunctionWithBody[];
}

function readFunction(fn: FunctionWithBody, unit: BlockingUnit): FunctionRead {
  return { step: toStep(fn, nameFunction(fn, unit.syntax)), inners: readInners(fn, unit) };
}

/** What an async function calls is its own matter. */
function readInners(fn: FunctionWithBody, unit: BlockingUnit): readonly Inner[] {
  const { syntax } = unit;
  if (isAsync(fn, syntax) || isGenerator(fn)) return [];
  return findCandidates(fn.body, syntax, nested => runsAtOnce(nested, unit))
    .filter(call => mayBlock(call, unit) && !isKeptOnce(call, unit))
    .map(call => {
      const match = matchBlockingCall(call, unit);
      return match
        ? {
            block: { match, length: 0, step: toStep(call, renderCall(call, syntax)), next: undefined },
            functions: [],
          }
        : { block: undefined, functions: readFollowed(call, unit) };
    });
}

/** The functions that a call may mean, unless what it calls may block. */
function readFollowed(call: Candidate, { checks, facts }: BlockingUnit): readonly FunctionWithBody[] {
  const callee = facts.calleeOf(call);
  const isAllowed =
    callee.kind === 'declared' &&
    callee.declarations.some(declared => matchesSpecifier(declared, checks.allowBlocking));
  return isAllowed ? [] : facts.functionsOf(call);
}

/** The way of a call that may mean some functions: of the first, where all of them have one. */
function wayOf(functions: readonly FunctionWithBody[], find: FindWay): Way | undefined {
  const ways = functions.map(find);
  return ways.every(way => way !== undefined) ? ways[0] : undefined;
}
