import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** mkdirp, which makes folders. */
export const mkdirp: LibraryEntry = {
  library: 'mkdirp',
  packages: ['mkdirp'],
  blocking: {
    calls: {
      mkdirpSync: advice('`mkdirp`', 'it accesses the file system differently'),
    },
  },
};
