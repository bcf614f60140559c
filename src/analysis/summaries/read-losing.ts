import type { FunctionWithBody } from '../../syntax/has-body.js';
import { findCandidates } from '../find-candidates.js';
import { kinds } from '../kinds/kinds.js';
import { perUnit } from '../per-unit.js';
import type { Unit } from '../unit.js';
import { classifyUse } from '../uses/classify-use.js';
import { hasReasonComment, isSaidToBeDetached } from '../uses/find-reason-comment.js';
import { findSuspectsAt } from '../kinds/find-suspects.js';
import { isSwitchedOff } from '../uses/is-switched-off.js';
import type { Suspect } from '../uses/suspect.js';
import { readCalled, type Waiting } from './read-function.js';

/** A call that an async function loses, and would wait for were that mended. */
export interface Losing extends Waiting {
  readonly suspect: Suspect;
}

/**
 * The calls that a function loses if they are persistence calls, or carry one, of those that somebody is told of and that can
 * be mended: not what is detached on purpose, by `void`, a handler or a comment.
 */
export const readLosing = perUnit((fn: FunctionWithBody, unit): readonly Losing[] =>
  findCandidates(fn.body, unit.syntax, () => false)
    .flatMap(call => [...findSuspectsAt(call, unit, () => true)])
    .filter(suspect => isOpen(suspect, fn, unit))
    .map(suspect => toLosing(suspect, fn, unit)),
);

function isOpen(
  { arrayMethod, call, failure, isResponse, kind, surroundings, value }: Suspect,
  fn: FunctionWithBody,
  unit: Unit,
): boolean {
  const isDropped = kind === 'floating'; // what is said to be detached is not what is used
  return (
    surroundings.kind === 'async' &&
    surroundings.fn === fn &&
    failure === 'unheard' &&
    isResponse !== true &&
    kinds[kind].rule === 'no-unawaited-calls' &&
    (kind !== 'callbackIgnored' || arrayMethod !== undefined) && // nobody can mend what another function does
    kind !== 'returnedFromTry' && // which hands it on as it is
    ![call, value].some(
      node =>
        hasReasonComment(node, unit) || (isDropped && isSaidToBeDetached(node, unit)) || isSwitchedOff(node, unit),
    )
  );
}

function toLosing(suspect: Suspect, fn: FunctionWithBody, unit: Unit): Losing {
  const { call } = suspect;
  return { suspect, fn, call, use: classifyUse(call, unit.syntax), called: readCalled(call, unit) };
}
