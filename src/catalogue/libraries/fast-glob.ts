import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** fast-glob, which searches folders. */
export const fastGlob: LibraryEntry = {
  library: 'fast-glob',
  packages: ['fast-glob'],
  blocking: {
    calls: {
      globSync: advice('`fg.glob`', 'it may return results in a different order'),
      sync: advice('`fg`', 'it may return results in a different order'),
    },
  },
};
