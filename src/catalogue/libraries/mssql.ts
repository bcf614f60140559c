import type { LibraryEntry } from '../library-entry.js';

/**
 * node-mssql, checked against the declarations of @types/mssql 12.3. The overloads with a callback give `void`, or the
 * object itself. `input` and `output` only add parameters.
 */
export const mssql: LibraryEntry = {
  library: 'mssql',
  checked: ['@types/mssql@12.3'],
  packages: ['mssql'],
  receivers: ['ConnectionPool', 'PreparedStatement', 'Request', 'Transaction'],
  operations: {
    write: ['batch', 'bulk', 'execute', 'query'],
    read: ['prepare'],
    transaction: ['begin', 'commit', 'rollback', 'unprepare'],
    connection: ['close', 'connect'],
  },
  held: {
    taken: ['ConnectionPool.acquire', 'ConnectionPool.transaction'],
    begun: ['Transaction.begin'],
    types: ['Transaction'],
  },
};
