import type { LibraryEntry } from '../library-entry.js';

/**
 * idb, checked against the declarations of 8.0. The requests of a transaction need nobody to wait for them, since its
 * `done` does; only those of the database, which are a transaction each, are listed.
 */
export const idb: LibraryEntry = {
  library: 'idb',
  checked: ['8.0'],
  packages: ['idb'],
  receivers: ['IDBPDatabase'],
  functions: ['deleteDB', 'openDB'],
  operations: {
    write: ['add', 'clear', 'delete', 'deleteDB', 'put'],
    read: [
      'count',
      'countFromIndex',
      'get',
      'getAll',
      'getAllFromIndex',
      'getAllKeys',
      'getAllKeysFromIndex',
      'getFromIndex',
      'getKey',
      'getKeyFromIndex',
    ],
    connection: ['openDB'],
  },
};
