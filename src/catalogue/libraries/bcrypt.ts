import type { LibraryEntry } from '../library-entry.js';
import { sibling } from '../sibling.js';

/** bcrypt, which hashes passwords, and is meant to take long. */
export const bcrypt: LibraryEntry = {
  library: 'bcrypt',
  packages: ['bcrypt'],
  blocking: {
    calls: {
      compareSync: sibling('compare'),
      genSaltSync: sibling('genSalt'),
      hashSync: sibling('hash'),
    },
  },
};
