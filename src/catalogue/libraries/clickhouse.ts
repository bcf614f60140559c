import type { LibraryEntry } from '../library-entry.js';

/**
 * ClickHouse, checked against the declarations of 1.23; the methods are declared by `@clickhouse/client-common`.
 * `insert` with a stream reads all of it before it resolves.
 */
export const clickhouse: LibraryEntry = {
  library: '@clickhouse/client',
  checked: ['1.23'],
  packages: ['@clickhouse/client', '@clickhouse/client-common', '@clickhouse/client-web'],
  receivers: ['BaseResultSet', 'ClickHouseClient', 'NodeClickHouseClient', 'ResultSet', 'WebClickHouseClient'],
  operations: {
    write: ['command', 'exec', 'insert'],
    read: ['json', 'ping', 'query', 'text'],
    connection: ['close'],
  },
};
