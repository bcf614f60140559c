import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** Snappy, which compresses. */
export const snappy: LibraryEntry = {
  library: 'snappy',
  packages: ['snappy'],
  blocking: {
    calls: {
      compressSync: advice('`compress`', 'the asynchronous form takes its arguments differently'),
      uncompressSync: advice('`uncompress`', 'the asynchronous form takes its arguments differently'),
    },
  },
};
