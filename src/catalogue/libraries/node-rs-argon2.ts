import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** Argon2 of node-rs, which hashes passwords, and is meant to take long. */
export const nodeRsArgon2: LibraryEntry = {
  library: '@node-rs/argon2',
  packages: ['@node-rs/argon2'],
  blocking: {
    calls: {
      hashSync: advice('`hash`', 'the asynchronous form takes its arguments differently'),
      verifySync: advice('`verify`', 'the asynchronous form takes its arguments differently'),
    },
  },
};
