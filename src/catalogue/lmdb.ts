import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * lmdb-js, checked against the declarations of 3.5. `get`, `getRange` and everything that ends in `Sync` are
 * synchronous: the database is mapped into memory. A transaction's callback writes at once, whatever its writes give; others are
 * put into batches, in their order, and the last is written with or after all before it.
 */
export const lmdb: CatalogueEntry = {
  library: 'lmdb',
  packages: ['lmdb'],
  receivers: ['Database', 'RootDatabase'],
  execution: 'eager',
  operations: {
    write: ['batch', 'clear', 'clearAsync', 'deleteDB', 'drop', 'ifNoExists', 'ifVersion', 'put', 'remove'],
    read: ['backup', 'getAsync', 'getMany', 'prefetch'],
    transaction: ['childTransaction', 'transaction'],
    connection: ['close'],
  },
  unawaited: [],
  isOrdered: true,
  waiting: ['batch', 'childTransaction', 'ifNoExists', 'ifVersion', 'transaction', 'transactionSync'],
};
