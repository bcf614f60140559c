import type ts from 'typescript';
import type { Origin } from '../finding.js';
import { kinds } from './kinds.js';
import { findReads } from '../names/find-references.js';
import { resolveOrigin } from '../origins/resolve-origin.js';
import type { Unit } from '../unit.js';
import { isArrayMethod } from '../uses/find-callback-suspects.js';
import { isInsideWaitingCallback } from '../uses/is-inside-waiting-callback.js';
import { isWaitedForByLater } from '../uses/is-waited-for-by-later.js';
import type { Suspect } from '../uses/suspect.js';

/** What a suspect turned out to lose. */
export interface Lost {
  readonly origin: Pick<Origin, 'execution' | 'library' | 'operation'>;
  /** Whether it extends a query that belongs to someone else. */
  readonly isExtension: boolean;
  /** Whether it gives a query that may be meant as text. */
  readonly isText: boolean;
}

/** Whether a suspect that turned out to lose a persistence call is wrong: what it looks like may be what is meant. */
export function isLoss(suspect: Suspect, what: Lost, unit: Unit): boolean {
  const { arrayMethod, binding, call, kind, memberOf, surroundings } = suspect;
  if (arrayMethod && !isArrayMethod(arrayMethod, unit)) return false;
  const { execution, operation } = what.origin;
  if (execution === 'lazy') {
    if (!kinds[kind].isLossOfLazy || memberOf === 'object' || (kind === 'serialised' && memberOf)) return false;
    if (kind !== 'returnedFromTry' && what.isExtension) return false;
    if (what.isText && kind !== 'returnedFromTry' && isReadAsValue(suspect, unit)) return false;
    return !('fn' in surroundings) || !isGivenToQuery(surroundings.fn, unit);
  }
  if (kind === 'tested')
    return ![call, ...(binding ? findReads(binding, unit) : [])].some(tested => unit.facts.mayBeAbsent(tested));
  if (isInsideWaitingCallback(call, what.origin.library, unit) || isWaitedForByLater(call, what.origin.library, unit))
    return false;
  return kind !== 'awaitedOnSomePaths' || operation !== 'read';
}

/** Whether a query is used, itself or by a variable, where a value would be: as text it may be just what is meant. */
function isReadAsValue({ binding, kind }: Suspect, unit: Unit): boolean {
  return kind === 'serialised' || (binding !== undefined && findReads(binding, unit).length > 0);
}

/** Whether a function is the callback of a lazy query, which builds a part of it: `query.where(sub => { sub.where(…) })`. */
function isGivenToQuery({ parent }: ts.Node, unit: Unit): boolean {
  if (!unit.syntax.isCallExpression(parent)) return false;
  const answer = resolveOrigin(parent, unit);
  return answer.kind === 'persistence' && answer.origin.execution === 'lazy';
}
