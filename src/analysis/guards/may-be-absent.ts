import { findReads } from '../names/find-references.js';
import type { SilentGuard } from './guard.js';

/** `if (this.loading)`, of a promise that may be undefined: the test asks whether there is one. */
export const mayBeAbsent: SilentGuard = {
  id: 'mayBeAbsent',
  effect: 'silent',
  says: 'the test may check whether there is a promise at all',
  holds: ({ origin, suspect: { binding, call, kind } }, unit) =>
    kind === 'tested' &&
    origin.execution !== 'lazy' &&
    [call, ...(binding ? findReads(binding, unit) : [])].some(tested => unit.facts.mayBeAbsent(tested)),
};
