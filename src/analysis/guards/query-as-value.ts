import { kinds } from '../kinds/kinds.js';
import type { SilentGuard } from './guard.js';

/** `const filter = { posts: knex('posts') }`: a query that runs when it is awaited is a value until then. */
export const queryAsValue: SilentGuard = {
  id: 'queryAsValue',
  effect: 'silent',
  says: 'the query is a value until it is awaited, and may be intended as one here',
  holds: ({ origin, suspect: { kind, memberOf } }) =>
    origin.execution === 'lazy' &&
    (!kinds[kind].isLossOfLazy || memberOf === 'object' || (kind === 'serialized' && memberOf !== undefined)),
};
