import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * node-mssql, checked against the declarations of @types/mssql 12.3. The overloads with a callback give `void`, or the
 * object itself. `input` and `output` only add parameters.
 */
export const mssql: CatalogueEntry = {
  library: 'mssql',
  packages: ['mssql'],
  receivers: ['ConnectionPool', 'PreparedStatement', 'Request', 'Transaction'],
  execution: 'eager',
  operations: {
    write: ['batch', 'bulk', 'execute', 'query'],
    read: ['prepare'],
    transaction: ['begin', 'commit', 'rollback', 'unprepare'],
    connection: ['close', 'connect'],
  },
  unawaited: [],
  held: {
    taken: ['ConnectionPool.acquire', 'ConnectionPool.transaction'],
    begun: ['Transaction.begin'],
    types: ['Transaction'],
  },
};
