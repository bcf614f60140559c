import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** del, which deletes what it finds. */
export const deleteFiles: LibraryEntry = {
  library: 'del',
  packages: ['del'],
  blocking: {
    calls: {
      deleteSync: advice('`deleteAsync`', 'what it finds may come in another order'),
    },
  },
};
