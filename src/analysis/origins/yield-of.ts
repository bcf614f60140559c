import type { Yield } from '../../engines/type-facts.js';
import { isReference, type Candidate } from '../../syntax/candidate.js';
import type { Unit } from '../unit.js';

/** What a call yields before anybody awaits it; of a function that something else calls, what it gives. */
export function yieldOf(call: Candidate, { facts }: Unit): Yield {
  if (!isReference(call)) return facts.yieldOf(call);
  return facts.givesPromise(call) ? 'promise' : 'value';
}
