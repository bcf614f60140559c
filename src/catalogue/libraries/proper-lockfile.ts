import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** proper-lockfile, which locks files. */
export const properLockfile: LibraryEntry = {
  library: 'proper-lockfile',
  packages: ['proper-lockfile'],
  blocking: {
    calls: {
      checkSync: advice('`check`', 'the lock may change hands in the meantime'),
      lockSync: advice('`lock`', 'the function that releases the lock also returns a promise'),
      unlockSync: advice('`unlock`', 'the lock may change hands in the meantime'),
    },
  },
};
