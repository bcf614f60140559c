import type { LibraryEntry } from '../library-entry.js';

/**
 * Slonik, checked against the declarations of 47. The names say how many rows are expected, not what the query does.
 */
export const slonik: LibraryEntry = {
  library: 'slonik',
  checked: ['47'],
  packages: ['slonik'],
  receivers: ['BasicConnection', 'CommonQueryMethods', 'ConnectionPool', 'ConnectionPoolClient', 'DatabasePool'],
  operations: {
    write: ['any', 'anyFirst', 'exists', 'many', 'manyFirst', 'maybeOne', 'maybeOneFirst', 'one', 'oneFirst', 'query'],
    read: ['stream'],
    transaction: ['transaction'],
    connection: ['acquire', 'connect', 'end'],
  },
  held: {
    taken: ['connect'],
    types: ['DatabasePoolConnection', 'DatabaseTransactionConnection'],
  },
};
