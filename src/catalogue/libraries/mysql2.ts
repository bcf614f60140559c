import type { LibraryEntry } from '../library-entry.js';

/**
 * MySQL 2, checked against the declarations of 3.24. Only `mysql2/promise` gives promises: the callback API gives a
 * `Query`, which is none. `query` and `execute` come from a mixin without a name of its own, around `QueryableBase` and
 * `ExecutableBase`.
 */
export const mysql2: LibraryEntry = {
  library: 'mysql2',
  checked: ['3.24'],
  packages: ['mysql2'],
  receivers: [
    'Connection',
    'ExecutableBase',
    'Pool',
    'PoolCluster',
    'PoolConnection',
    'PoolNamespace',
    'PreparedStatementInfo',
    'QueryableAndExecutableBase',
    'QueryableBase',
  ],
  operations: {
    write: ['execute', 'query'],
    read: ['ping', 'prepare'],
    transaction: ['beginTransaction', 'commit', 'rollback'],
    connection: ['changeUser', 'close', 'connect', 'end', 'getConnection', 'reset'],
  },
  held: {
    taken: ['getConnection'],
    begun: ['beginTransaction'],
    statements: ['execute', 'query'],
    pools: ['Pool', 'PoolCluster', 'PoolNamespace'],
    types: ['PoolConnection'],
    passedTypes: ['Connection'],
  },
};
