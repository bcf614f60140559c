import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * node-postgres, checked against the declarations of @types/pg 8.23. The overloads with a callback give `void`, those
 * with a cursor or a stream give that object back. `release` on a pooled client is synchronous. `query` reads as often
 * as it writes, and counts as a write.
 */
export const pg: CatalogueEntry = {
  library: 'pg',
  packages: ['pg'],
  receivers: ['Client', 'ClientBase', 'Events', 'Pool', 'PoolClient'],
  execution: 'eager',
  operations: {
    write: ['query'],
    read: [],
    transaction: [],
    connection: ['connect', 'end'],
  },
  unawaited: [],
  held: {
    taken: ['Pool.connect'],
    statements: ['query'],
    pools: ['Pool'],
    types: ['PoolClient'],
    passedTypes: ['Client', 'ClientBase'],
  },
};
