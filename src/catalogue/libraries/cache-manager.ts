import type { LibraryEntry } from '../library-entry.js';

/**
 * cache-manager, which is also the cache of Nest, checked against the declarations of 7.2. `wrap` reads, and writes what it did not find.
 */
export const cacheManager: LibraryEntry = {
  library: 'cache-manager',
  checked: ['7.2'],
  packages: ['cache-manager'],
  receivers: ['Cache'],
  operations: {
    write: ['clear', 'del', 'mdel', 'mset', 'set', 'wrap'],
    read: ['get', 'mget', 'ttl'],
    connection: ['disconnect'],
  },
  role: 'cache',
};
