import type { CallbackUse } from '../../catalogue/library-entry.js';
import type { Candidate } from '../../syntax/candidate.js';
import type { Unit } from '../unit.js';
import { findFacts } from './match-methods.js';

/** What the catalogue knows of the callbacks that a call is given, by what declares the function that it calls. */
export function callbackUsesOf(call: Candidate, { catalogue, facts }: Unit): readonly CallbackUse[] {
  const callee = facts.calleeOf(call);
  return callee.kind === 'declared'
    ? callee.declarations.flatMap(declared => findFacts(declared, catalogue.callbacks))
    : [];
}
