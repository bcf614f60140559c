import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

const together = 'asynchronous writes are committed later, together with other writes';

/**
 * lmdb-js, checked against the declarations of 3.5. `get`, `getRange` and everything that ends in `Sync` are
 * synchronous: the database is mapped into memory. A transaction's callback writes at once, whatever its writes give; others are
 * put into batches, in their order, and the last is written with or after all before it.
 */
export const lmdb: LibraryEntry = {
  library: 'lmdb',
  checked: ['3.5'],
  packages: ['lmdb'],
  receivers: ['Database', 'RootDatabase'],
  operations: {
    write: ['batch', 'clear', 'clearAsync', 'deleteDB', 'drop', 'ifNoExists', 'ifVersion', 'put', 'remove'],
    read: ['backup', 'getAsync', 'getMany', 'prefetch'],
    transaction: ['childTransaction', 'transaction'],
    connection: ['close'],
  },
  isOrdered: true,
  callbacks: {
    batch: { effect: 'waitsForAll' },
    childTransaction: { effect: 'waitsForAll' },
    ifNoExists: { effect: 'waitsForAll' },
    ifVersion: { effect: 'waitsForAll' },
    transaction: { effect: 'waitsForAll' },
    transactionSync: { effect: 'waitsForAll' },
  },
  blocking: {
    calls: {
      'Database.clearSync': advice('`clearAsync`', together),
      'Database.dropSync': advice('`drop`', together),
      'Database.putSync': advice('`put`', together),
      'Database.removeSync': advice('`remove`', together),
      'Database.transactionSync': advice('`transaction`', together),
    },
  },
};
