import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * ClickHouse, checked against the declarations of 1.23; the methods are declared by `@clickhouse/client-common`.
 * `insert` with a stream reads all of it before it resolves.
 */
export const clickhouse: CatalogueEntry = {
  library: '@clickhouse/client',
  packages: ['@clickhouse/client', '@clickhouse/client-common', '@clickhouse/client-web'],
  receivers: ['BaseResultSet', 'ClickHouseClient', 'NodeClickHouseClient', 'ResultSet', 'WebClickHouseClient'],
  execution: 'eager',
  operations: {
    write: ['command', 'exec', 'insert'],
    read: ['json', 'ping', 'query', 'text'],
    transaction: [],
    connection: ['close'],
  },
  unawaited: [],
};
