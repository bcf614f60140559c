import type { Guard } from './guard.js';

/** A call inside a transaction's callback or hook, on a client from outside it. */
export const outerInTransaction: Guard = {
  id: 'outerInTransaction',
  effect: 'suggestion',
  says: 'the call uses another connection than the transaction around it, and can wait for a lock that the transaction holds',
  holds: ({ transaction }) => transaction === 'outer',
};
