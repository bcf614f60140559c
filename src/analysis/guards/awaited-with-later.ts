import { isWaitedForByLater } from '../uses/is-waited-for-by-later.js';
import type { SilentGuard } from './guard.js';

/** `db.put('a', 1); await db.put('b', 2);` of lmdb: the library works in order, so that the later call ends after this one. */
export const awaitedWithLater: SilentGuard = {
  id: 'awaitedWithLater',
  effect: 'silent',
  says: 'the library works in order, and a later call on the same object is awaited',
  holds: ({ origin, suspect: { call, kind } }, unit) =>
    origin.execution !== 'lazy' && kind !== 'tested' && isWaitedForByLater(call, origin.library, unit),
};
