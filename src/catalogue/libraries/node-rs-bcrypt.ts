import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** bcrypt of node-rs, which hashes passwords, and is meant to take long. */
export const nodeRsBcrypt: LibraryEntry = {
  library: '@node-rs/bcrypt',
  packages: ['@node-rs/bcrypt'],
  blocking: {
    calls: {
      hashSync: advice('`hash`', 'the asynchronous form takes its arguments differently'),
      verifySync: advice('`verify`', 'the asynchronous form takes its arguments differently'),
    },
  },
};
