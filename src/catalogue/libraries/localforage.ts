import type { LibraryEntry } from '../library-entry.js';

/**
 * localForage, checked against the declarations of 1.10. A callback beside the promise is optional.
 */
export const localforage: LibraryEntry = {
  library: 'localforage',
  checked: ['1.10'],
  packages: ['localforage'],
  receivers: ['LocalForage', 'LocalForageDbMethodsCore'],
  operations: {
    write: ['clear', 'dropInstance', 'removeItem', 'setItem'],
    read: ['getItem', 'iterate', 'key', 'keys', 'length'],
    connection: ['defineDriver', 'getDriver', 'getSerializer', 'ready', 'setDriver'],
  },
};
