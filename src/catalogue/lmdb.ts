import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * lmdb-js, checked against the declarations of 3.5. `get`, `getRange` and everything that ends in `Sync` are
 * synchronous: the database is mapped into memory. A transaction's callback writes at once, whatever its writes give.
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
  waiting: ['batch', 'childTransaction', 'ifNoExists', 'ifVersion', 'transaction', 'transactionSync'],
};
