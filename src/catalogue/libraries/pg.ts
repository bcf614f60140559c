import type { LibraryEntry } from '../library-entry.js';

/**
 * node-postgres, checked against the declarations of @types/pg 8.23. The overloads with a callback give `void`, those
 * with a cursor or a stream give that object back. `release` on a pooled client is synchronous. `query` reads as often
 * as it writes, and counts as a write.
 */
export const pg: LibraryEntry = {
  library: 'pg',
  checked: ['@types/pg@8.23'],
  packages: ['pg'],
  receivers: ['Client', 'ClientBase', 'Events', 'Pool', 'PoolClient'],
  operations: {
    write: ['query'],
    connection: ['connect', 'end'],
  },
  held: {
    taken: ['Pool.connect'],
    statements: ['query'],
    pools: ['Pool'],
    types: ['PoolClient'],
    passedTypes: ['Client', 'ClientBase'],
  },
};
