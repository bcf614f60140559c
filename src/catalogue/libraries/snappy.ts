import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** Snappy, which compresses. */
export const snappy: LibraryEntry = {
  library: 'snappy',
  packages: ['snappy'],
  blocking: {
    calls: {
      compressSync: advice('`compress`', 'it takes its arguments in another way'),
      uncompressSync: advice('`uncompress`', 'it takes its arguments in another way'),
    },
  },
};
