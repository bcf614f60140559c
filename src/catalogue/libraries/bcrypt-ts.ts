import type { LibraryEntry } from '../library-entry.js';
import { sibling } from '../sibling.js';

/** bcrypt-ts, which hashes passwords, and is meant to take long. */
export const bcryptTs: LibraryEntry = {
  library: 'bcrypt-ts',
  packages: ['bcrypt-ts'],
  blocking: {
    calls: {
      compareSync: sibling('compare'),
      genSaltSync: sibling('genSalt'),
      hashSync: sibling('hash'),
    },
  },
};
