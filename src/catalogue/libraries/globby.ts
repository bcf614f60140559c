import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** globby, which searches folders. */
export const globby: LibraryEntry = {
  library: 'globby',
  packages: ['globby'],
  blocking: {
    calls: {
      globbySync: advice('`globby`', 'it may return results in a different order'),
    },
  },
};
