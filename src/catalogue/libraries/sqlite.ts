import type { LibraryEntry } from '../library-entry.js';

/**
 * sqlite, the promises around sqlite3, checked against the declarations of 5.1. sqlite3 itself has callbacks only.
 */
export const sqlite: LibraryEntry = {
  library: 'sqlite',
  checked: ['5.1'],
  packages: ['sqlite'],
  receivers: ['Database', 'Statement'],
  operations: {
    write: ['exec', 'migrate', 'run'],
    read: ['all', 'bind', 'each', 'get', 'prepare', 'reset'],
    transaction: ['finalize'],
    connection: ['close', 'loadExtension', 'open'],
  },
};
