import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * NeDB as @seald-io keeps it, checked against the declarations and the source of 4.1. Methods that end in `Async` give
 * promises, the others take callbacks. A find gives a cursor that runs only when it is awaited.
 */
export const nedb: CatalogueEntry = {
  library: '@seald-io/nedb',
  packages: ['@seald-io/nedb'],
  receivers: ['Cursor', 'Nedb', 'Persistence'],
  execution: 'lazy',
  operations: {
    write: [
      'compactDatafileAsync',
      'dropDatabaseAsync',
      'ensureIndexAsync',
      'insertAsync',
      'removeAsync',
      'removeIndexAsync',
      'updateAsync',
    ],
    read: ['countAsync', 'findAsync', 'findOneAsync'],
    transaction: [],
    connection: ['loadDatabaseAsync'],
  },
  unawaited: [],
};
