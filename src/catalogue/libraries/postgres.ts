import type { LibraryEntry } from '../library-entry.js';

/**
 * Postgres.js, checked against the declarations of 3.4. A query is a promise that runs only when it is awaited, or by
 * `execute`; `listen` and `notify` run at once. Helpers such as `sql.json()` look like promises and are declared never to be any.
 */
export const postgres: LibraryEntry = {
  library: 'postgres',
  checked: ['3.4'],
  packages: ['postgres'],
  receivers: [
    'ISql',
    'LargeObject',
    'ListenMeta',
    'PendingDescribeQuery',
    'PendingQuery',
    'PendingQueryModifiers',
    'PendingValuesQuery',
    'ReservedSql',
    'Sql',
    'TransactionSql',
  ],
  execution: 'lazy',
  eager: ['execute', 'listen', 'notify'],
  operations: {
    write: ['file', 'notify', 'truncate', 'unsafe', 'write'],
    read: ['cursor', 'describe', 'forEach', 'raw', 'read', 'size', 'tell', 'values'],
    transaction: ['begin', 'prepare', 'reserve', 'savepoint'],
    connection: ['close', 'end', 'listen', 'subscribe', 'unlisten'],
  },
  unawaited: ['array', 'json', 'typed', 'types'],
  held: {
    taken: ['reserve'],
    statements: ['()', 'unsafe'],
    pools: ['Sql'],
    types: ['ReservedSql', 'TransactionSql'],
  },
};
