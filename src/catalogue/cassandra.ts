import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * Cassandra, checked against the declarations of 4.10. The overloads with a callback give `void`; `eachRow` and
 * `stream` are no promises.
 */
export const cassandra: CatalogueEntry = {
  library: 'cassandra-driver',
  packages: ['cassandra-driver'],
  receivers: ['Client', 'Mapper', 'Metadata', 'ModelMapper'],
  execution: 'eager',
  operations: {
    write: ['batch', 'execute', 'executeGraph', 'insert', 'remove', 'update'],
    read: ['find', 'findAll', 'get', 'getTable'],
    transaction: [],
    connection: ['connect', 'shutdown'],
  },
  unawaited: [],
};
