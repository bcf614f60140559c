import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** glob, which searches folders. */
export const glob: LibraryEntry = {
  library: 'glob',
  packages: ['glob'],
  blocking: {
    calls: {
      globIterateSync: advice('`globIterate`', 'it may return results in a different order'),
      globSync: advice('`glob`', 'it may return results in a different order'),
    },
  },
};
