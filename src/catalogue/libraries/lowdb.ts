import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';
import { otherStore } from '../small-writes.js';

/**
 * lowdb, checked against the declarations of 7.0. `LowSync` has the same methods, and they are synchronous.
 */
export const lowdb: LibraryEntry = {
  library: 'lowdb',
  checked: ['7.0'],
  packages: ['lowdb'],
  receivers: ['Low'],
  operations: {
    write: ['update', 'write'],
    read: ['read'],
  },
  blocking: {
    calls: {
      'LowSync.read': advice('`Low`', otherStore),
      'LowSync.update': advice('`Low`', otherStore),
      'LowSync.write': advice('`Low`', otherStore),
    },
  },
};
