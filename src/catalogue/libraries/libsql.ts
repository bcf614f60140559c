import type { LibraryEntry } from '../library-entry.js';

/**
 * libSQL and Turso, checked against the declarations of 0.18; `Client` and `Transaction` are declared by
 * `@libsql/core`. `close` is synchronous.
 */
export const libsql: LibraryEntry = {
  library: '@libsql/client',
  checked: ['0.18'],
  packages: ['@libsql/client', '@libsql/core'],
  receivers: ['Client', 'Transaction'],
  operations: {
    write: ['batch', 'execute', 'executeMultiple', 'migrate', 'sync'],
    transaction: ['commit', 'rollback', 'transaction'],
  },
  held: {
    taken: ['transaction'],
    types: ['Transaction'],
  },
};
