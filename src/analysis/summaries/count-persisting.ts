import type { Candidate } from '../../syntax/candidate.js';
import type { FunctionWithBody } from '../../syntax/has-body.js';
import { perProject } from '../per-unit.js';
import type { Unit } from '../unit.js';
import { createSolver } from './create-solver.js';
import { readCalled } from './read-function.js';
import { findPersisting, summaryOf } from './summarize.js';

/** Of the functions that a call may run, how many certainly come to a persistence call. */
export interface Persisting {
  readonly number: number;
  readonly of: number;
}

/** Counts the functions that a call may run; all of one are counted as one, whatever it calls in turn. */
export function countPersisting(call: Candidate, unit: Unit): Persisting {
  const { functions, given } = readCalled(call, unit);
  const certain = given.length > 0 ? functions : functions.filter(fn => !mayPersistNothing(fn, unit));
  return { number: certain.length, of: functions.length };
}

function mayPersistNothing(fn: FunctionWithBody, unit: Unit): boolean {
  return summaryOf(unit)(fn).paths.length === 0 || isUncertain(unit)(fn);
}

/** Says whether a function comes to persistence calls by such calls alone that may run another function, which comes to none. */
const isUncertain = perProject(unit =>
  createSolver<FunctionWithBody, boolean>({
    dependsOn: fn => findPersisting(fn, unit).flatMap(({ called: { functions } }) => functions),
    answer: (fn, isUncertainInside) =>
      findPersisting(fn, unit).every(
        ({ called: { functions, given, library } }) =>
          !library &&
          given.length === 0 &&
          functions.some(inner => summaryOf(unit)(inner).paths.length === 0 || isUncertainInside(inner)),
      ),
    assumed: false, // what is handed on to another function of the same kind is certain where that is
    isSame: Object.is,
  }),
);
