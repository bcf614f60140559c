import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * localForage, checked against the declarations of 1.10. A callback beside the promise is optional.
 */
export const localforage: CatalogueEntry = {
  library: 'localforage',
  packages: ['localforage'],
  receivers: ['LocalForage', 'LocalForageDbMethodsCore'],
  execution: 'eager',
  operations: {
    write: ['clear', 'dropInstance', 'removeItem', 'setItem'],
    read: ['getItem', 'iterate', 'key', 'keys', 'length'],
    transaction: [],
    connection: ['defineDriver', 'getDriver', 'getSerializer', 'ready', 'setDriver'],
  },
  unawaited: [],
};
