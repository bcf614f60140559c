import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * idb, checked against the declarations of 8.0. The requests of a transaction need nobody to wait for them, since its
 * `done` does; only those of the database, which are a transaction each, are listed.
 */
export const idb: CatalogueEntry = {
  library: 'idb',
  packages: ['idb'],
  receivers: ['IDBPDatabase'],
  functions: ['deleteDB', 'openDB'],
  execution: 'eager',
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
    transaction: [],
    connection: ['openDB'],
  },
  unawaited: [],
};
