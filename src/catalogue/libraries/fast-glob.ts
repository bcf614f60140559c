import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** fast-glob, which searches folders. */
export const fastGlob: LibraryEntry = {
  library: 'fast-glob',
  packages: ['fast-glob'],
  blocking: {
    calls: {
      globSync: advice('`fg.glob`', 'what it finds may come in another order'),
      sync: advice('`fg`', 'what it finds may come in another order'),
    },
  },
};
