import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** write-file-atomic, which writes a file as a whole or not at all. */
export const writeFileAtomic: LibraryEntry = {
  library: 'write-file-atomic',
  packages: ['write-file-atomic'],
  blocking: {
    calls: {
      sync: advice('`writeFileAtomic` itself', 'the asynchronous form writes to one file after another'),
    },
  },
};
