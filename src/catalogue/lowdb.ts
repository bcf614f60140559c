import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * lowdb, checked against the declarations of 7.0. `LowSync` has the same methods, and they are synchronous.
 */
export const lowdb: CatalogueEntry = {
  library: 'lowdb',
  packages: ['lowdb'],
  receivers: ['Low'],
  execution: 'eager',
  operations: {
    write: ['update', 'write'],
    read: ['read'],
    transaction: [],
    connection: [],
  },
  unawaited: [],
};
