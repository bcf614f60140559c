import type { LibraryEntry } from '../library-entry.js';

/**
 * idb-keyval, checked against the declarations of 6.3. It has functions only.
 */
export const idbKeyval: LibraryEntry = {
  library: 'idb-keyval',
  checked: ['6.3'],
  packages: ['idb-keyval'],
  receivers: 'all',
  operations: {
    write: ['clear', 'del', 'delMany', 'set', 'setMany', 'update'],
    read: ['entries', 'get', 'getMany', 'keys', 'values'],
  },
  unawaited: ['promisifyRequest'],
};
