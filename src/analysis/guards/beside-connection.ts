import type { Guard } from './guard.js';

/** While a connection is held, or a transaction open on it, the call is not known to use that one. */
export const besideConnection: Guard = {
  id: 'besideConnection',
  effect: 'suggestion',
  says: 'a connection is held while it runs, and it may wait for another connection or a lock',
  holds: ({ connection }) => connection === 'beside',
};
