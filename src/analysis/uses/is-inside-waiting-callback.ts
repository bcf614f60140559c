import type ts from 'typescript';
import type { Candidate } from '../../syntax/candidate.js';
import { findEntry } from '../origins/find-entry.js';
import { findFacts } from '../origins/match-methods.js';
import type { Unit } from '../unit.js';

/**
 * Whether a call of a library stands in a callback that the same library waits for as a whole, with all that it starts.
 *
 * @example `db.transaction(() => { db.put('key', 'value'); });` of lmdb
 */
export function isInsideWaitingCallback(call: Candidate, library: string, unit: Unit): boolean {
  const { syntax } = unit;
  for (let at: ts.Node = call; !syntax.isSourceFile(at); at = at.parent) {
    if ((syntax.isArrowFunction(at) || syntax.isFunctionExpression(at)) && isGivenToWaiting(at, library, unit))
      return true;
  }
  return false;
}

function isGivenToWaiting({ parent }: ts.Node, library: string, unit: Unit): boolean {
  const callee = unit.syntax.isCallExpression(parent) ? unit.facts.calleeOf(parent) : undefined;
  if (callee?.kind !== 'declared') return false;
  return callee.declarations.some(
    declared =>
      findEntry(declared, unit)?.library === library &&
      findFacts(declared, unit.catalogue.callbacks).some(({ effect }) => effect === 'waitsForAll'),
  );
}
