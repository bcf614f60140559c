import type { LibraryEntry } from '../library-entry.js';

/**
 * Cassandra, checked against the declarations of 4.10. The overloads with a callback give `void`; `eachRow` and
 * `stream` are no promises.
 */
export const cassandra: LibraryEntry = {
  library: 'cassandra-driver',
  checked: ['4.10'],
  packages: ['cassandra-driver'],
  receivers: ['Client', 'Mapper', 'Metadata', 'ModelMapper'],
  operations: {
    write: ['batch', 'execute', 'executeGraph', 'insert', 'remove', 'update'],
    read: ['find', 'findAll', 'get', 'getTable'],
    connection: ['connect', 'shutdown'],
  },
};
