import type { KindDeclaration } from './kind.js';

export const asyncInSyncTransaction: KindDeclaration = {
  rule: 'no-blocking-calls',
  title: 'Async callback in a synchronous transaction',
  description: 'An async callback is passed to a synchronous transaction, which ends before the callback does.',
  isLossOfLazy: false,
  message:
    '`{{call}}` is a synchronous transaction that does not wait for its async callback: it commits early, or throws and rolls back. Make the callback synchronous: awaiting the call does not help.',
  remedy: 'unblock',
};
