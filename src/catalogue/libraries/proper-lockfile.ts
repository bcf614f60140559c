import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** proper-lockfile, which locks files. */
export const properLockfile: LibraryEntry = {
  library: 'proper-lockfile',
  packages: ['proper-lockfile'],
  blocking: {
    calls: {
      checkSync: advice('`check`', 'the lock may change hands meanwhile'),
      lockSync: advice('`lock`', 'what releases the lock gives a promise, too'),
      unlockSync: advice('`unlock`', 'the lock may change hands meanwhile'),
    },
  },
};
