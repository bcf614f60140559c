import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * libSQL and Turso, checked against the declarations of 0.18; `Client` and `Transaction` are declared by
 * `@libsql/core`. `close` is synchronous.
 */
export const libsql: CatalogueEntry = {
  library: '@libsql/client',
  packages: ['@libsql/client', '@libsql/core'],
  receivers: ['Client', 'Transaction'],
  execution: 'eager',
  operations: {
    write: ['batch', 'execute', 'executeMultiple', 'migrate', 'sync'],
    read: [],
    transaction: ['commit', 'rollback', 'transaction'],
    connection: [],
  },
  unawaited: [],
  held: {
    taken: ['transaction'],
    types: ['Transaction'],
  },
};
