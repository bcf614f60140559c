import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * unstorage, checked against the declarations of 1.17. `getMeta` may give its value at once, and counts as awaitable.
 */
export const unstorage: CatalogueEntry = {
  library: 'unstorage',
  packages: ['unstorage'],
  receivers: ['Storage'],
  execution: 'eager',
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
    transaction: [],
    connection: ['dispose', 'unmount', 'unwatch', 'watch'],
  },
  unawaited: [],
};
