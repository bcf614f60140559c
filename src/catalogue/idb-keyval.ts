import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * idb-keyval, checked against the declarations of 6.3. It has functions only.
 */
export const idbKeyval: CatalogueEntry = {
  library: 'idb-keyval',
  packages: ['idb-keyval'],
  receivers: 'all',
  execution: 'eager',
  operations: {
    write: ['clear', 'del', 'delMany', 'set', 'setMany', 'update'],
    read: ['entries', 'get', 'getMany', 'keys', 'values'],
    transaction: [],
    connection: [],
  },
  unawaited: ['promisifyRequest'],
};
