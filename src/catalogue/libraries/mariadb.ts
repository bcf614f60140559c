import type { LibraryEntry } from '../library-entry.js';

/**
 * MariaDB Connector, checked against the declarations of 3.5. `release` of a pooled connection gives a promise, unlike
 * that of the MySQL drivers. Only the promise API is meant: `mariadb/callback` gives `void`.
 */
export const mariadb: LibraryEntry = {
  library: 'mariadb',
  checked: ['3.5'],
  packages: ['mariadb'],
  receivers: ['Connection', 'FilteredPoolCluster', 'Pool', 'PoolCluster', 'PoolConnection', 'Prepare'],
  operations: {
    write: ['batch', 'execute', 'importFile', 'query'],
    read: ['ping', 'prepare'],
    transaction: ['beginTransaction', 'commit', 'release', 'rollback'],
    connection: ['changeUser', 'close', 'end', 'getConnection', 'reset'],
  },
  held: {
    taken: ['getConnection'],
    begun: ['beginTransaction'],
    statements: ['execute', 'query'],
    pools: ['Pool', 'PoolCluster'],
    types: ['PoolConnection'],
    passedTypes: ['Connection'],
  },
};
