import type { LibraryEntry } from '../library-entry.js';

/**
 * unstorage, checked against the declarations of 1.17. `getMeta` may give its value at once, and counts as awaitable.
 */
export const unstorage: LibraryEntry = {
  library: 'unstorage',
  checked: ['1.17'],
  packages: ['unstorage'],
  receivers: ['Storage'],
  operations: {
    write: [
      'clear',
      'del',
      'remove',
      'removeItem',
      'removeMeta',
      'set',
      'setItem',
      'setItemRaw',
      'setItems',
      'setMeta',
    ],
    read: ['get', 'getItem', 'getItemRaw', 'getItems', 'getKeys', 'getMeta', 'has', 'hasItem', 'keys'],
    connection: ['dispose', 'unmount', 'unwatch', 'watch'],
  },
};
