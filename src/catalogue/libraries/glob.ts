import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** glob, which searches folders. */
export const glob: LibraryEntry = {
  library: 'glob',
  packages: ['glob'],
  blocking: {
    calls: {
      globIterateSync: advice('`globIterate`', 'what it finds may come in another order'),
      globSync: advice('`glob`', 'what it finds may come in another order'),
    },
  },
};
