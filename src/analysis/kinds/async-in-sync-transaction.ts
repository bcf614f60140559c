import type { KindDeclaration } from './kind.js';

export const asyncInSyncTransaction: KindDeclaration = {
  rule: 'no-blocking-calls',
  title: 'Async callback in a synchronous transaction',
  description: 'An async callback is given to a transaction that is over when its call is.',
  isLossOfLazy: false,
  message:
    '`{{call}}` is a synchronous transaction, which waits for no promise: it throws and rolls back, or commits before its async callback is over, and awaiting it does not help. Make the callback synchronous.',
  remedy: 'unblock',
};
