import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * MariaDB Connector, checked against the declarations of 3.5. `release` of a pooled connection gives a promise, unlike
 * that of the MySQL drivers. Only the promise API is meant: `mariadb/callback` gives `void`.
 */
export const mariadb: CatalogueEntry = {
  library: 'mariadb',
  packages: ['mariadb'],
  receivers: ['Connection', 'FilteredPoolCluster', 'Pool', 'PoolCluster', 'PoolConnection', 'Prepare'],
  execution: 'eager',
  operations: {
    write: ['batch', 'execute', 'importFile', 'query'],
    read: ['ping', 'prepare'],
    transaction: ['beginTransaction', 'commit', 'release', 'rollback'],
    connection: ['changeUser', 'close', 'end', 'getConnection', 'reset'],
  },
  unawaited: [],
  held: {
    taken: ['getConnection'],
    begun: ['beginTransaction'],
    statements: ['execute', 'query'],
    pools: ['Pool', 'PoolCluster'],
    types: ['PoolConnection'],
    passedTypes: ['Connection'],
  },
};
