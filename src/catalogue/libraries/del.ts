import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** del, which deletes what it finds. */
export const deleteFiles: LibraryEntry = {
  library: 'del',
  packages: ['del'],
  blocking: {
    calls: {
      deleteSync: advice('`deleteAsync`', 'it may return results in a different order'),
    },
  },
};
