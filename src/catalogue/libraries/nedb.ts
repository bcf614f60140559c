import type { LibraryEntry } from '../library-entry.js';

/**
 * NeDB as @seald-io keeps it, checked against the declarations and the source of 4.1. Methods that end in `Async` give
 * promises, the others take callbacks. A find gives a cursor that runs only when it is awaited.
 */
export const nedb: LibraryEntry = {
  library: '@seald-io/nedb',
  checked: ['4.1'],
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
    connection: ['loadDatabaseAsync'],
  },
};
