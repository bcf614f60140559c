import type { LibraryEntry } from '../library-entry.js';

/**
 * Keyv, checked against the declarations of 5.6. It is a store; with a time to live, the cache of many.
 */
export const keyv: LibraryEntry = {
  library: 'keyv',
  checked: ['5.6'],
  packages: ['keyv'],
  receivers: ['Keyv'],
  operations: {
    write: ['clear', 'delete', 'deleteMany', 'set', 'setMany'],
    read: ['get', 'getMany', 'getManyRaw', 'getRaw', 'has', 'hasMany'],
    connection: ['disconnect'],
  },
  expiry: { writes: { set: 'third' }, reads: ['get'] },
};
