import type { SilentGuard } from './guard.js';

/** `query.where({ id })` of a parameter: whoever made the query may run it. */
export const queryOfOthers: SilentGuard = {
  id: 'queryOfOthers',
  effect: 'silent',
  says: 'the call extends a query that is created elsewhere and may run there',
  holds: ({ isExtension, origin, suspect: { kind } }) =>
    origin.execution === 'lazy' && isExtension && kind !== 'returnedFromTry',
};
