import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** make-dir, which makes folders. */
export const makeDir: LibraryEntry = {
  library: 'make-dir',
  packages: ['make-dir'],
  blocking: {
    calls: {
      makeDirectorySync: advice('`makeDirectory`', 'it accesses the file system differently'),
    },
  },
};
