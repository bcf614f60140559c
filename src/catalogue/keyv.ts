import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * Keyv, checked against the declarations of 5.6. It is a store; with a time to live, the cache of many.
 */
export const keyv: CatalogueEntry = {
  library: 'keyv',
  packages: ['keyv'],
  receivers: ['Keyv'],
  execution: 'eager',
  operations: {
    write: ['clear', 'delete', 'deleteMany', 'set', 'setMany'],
    read: ['get', 'getMany', 'getManyRaw', 'getRaw', 'has', 'hasMany'],
    transaction: [],
    connection: ['disconnect'],
  },
  unawaited: [],
  expiry: { writes: { set: 'third' }, names: [], locks: [], reads: ['get'] },
};
