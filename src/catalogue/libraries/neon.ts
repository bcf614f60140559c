import type { LibraryEntry } from '../library-entry.js';

/**
 * Neon, checked against the declarations of 1.2. Over HTTP a query is sent only when it is awaited, or by
 * `transaction`. `Pool` and `Client` are those of node-postgres, and run at once.
 */
export const neon: LibraryEntry = {
  library: '@neondatabase/serverless',
  checked: ['1.2'],
  packages: ['@neondatabase/serverless'],
  receivers: [
    'Client',
    'Client_2',
    'ClientBase_2',
    'NeonQueryFunction',
    'NeonQueryFunctionInTransaction',
    'NeonQueryPromise',
    'Pool',
    'Pool_2',
    'PoolClient',
    'PoolClient_2',
  ],
  execution: 'lazy',
  operations: {
    write: ['execute', 'query'],
    transaction: ['transaction'],
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
