import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * Slonik, checked against the declarations of 47. The names say how many rows are expected, not what the query does.
 */
export const slonik: CatalogueEntry = {
  library: 'slonik',
  packages: ['slonik'],
  receivers: ['BasicConnection', 'CommonQueryMethods', 'ConnectionPool', 'ConnectionPoolClient', 'DatabasePool'],
  execution: 'eager',
  operations: {
    write: ['any', 'anyFirst', 'exists', 'many', 'manyFirst', 'maybeOne', 'maybeOneFirst', 'one', 'oneFirst', 'query'],
    read: ['stream'],
    transaction: ['transaction'],
    connection: ['acquire', 'connect', 'end'],
  },
  unawaited: [],
  held: {
    taken: ['connect'],
    types: ['DatabasePoolConnection', 'DatabaseTransactionConnection'],
  },
};
