import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * cache-manager, which is also the cache of Nest, checked against the declarations of 7.2. `wrap` reads, and writes what it did not find.
 */
export const cacheManager: CatalogueEntry = {
  library: 'cache-manager',
  packages: ['cache-manager'],
  receivers: ['Cache'],
  execution: 'eager',
  operations: {
    write: ['clear', 'del', 'mdel', 'mset', 'set', 'wrap'],
    read: ['get', 'mget', 'ttl'],
    transaction: [],
    connection: ['disconnect'],
  },
  unawaited: [],
  role: 'cache',
};
