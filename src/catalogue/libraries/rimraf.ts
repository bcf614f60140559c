import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** rimraf, which deletes folders. */
export const rimraf: LibraryEntry = {
  library: 'rimraf',
  packages: ['rimraf'],
  blocking: {
    calls: {
      rimrafSync: advice('`rimraf`', 'it retries differently when a file is busy'),
    },
  },
};
