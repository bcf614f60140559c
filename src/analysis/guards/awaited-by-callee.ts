import { isInsideWaitingCallback } from '../uses/is-inside-waiting-callback.js';
import type { SilentGuard } from './guard.js';

/** `db.transaction(() => { db.put('a', 1); })` of lmdb: the library waits for all that the callback starts. */
export const awaitedByCallee: SilentGuard = {
  id: 'awaitedByCallee',
  effect: 'silent',
  says: 'the library awaits everything that the callback around the call starts',
  holds: ({ origin, suspect: { call, kind } }, unit) =>
    origin.execution !== 'lazy' && kind !== 'tested' && isInsideWaitingCallback(call, origin.library, unit),
};
