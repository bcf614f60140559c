import type { LibraryEntry } from '../library-entry.js';
import { sibling } from '../sibling.js';

/** bcryptjs, which hashes passwords; its asynchronous form works on the same thread, but in pieces. */
export const bcryptjs: LibraryEntry = {
  library: 'bcryptjs',
  packages: ['bcryptjs'],
  blocking: {
    calls: {
      compareSync: sibling('compare'),
      genSaltSync: sibling('genSalt'),
      hashSync: sibling('hash'),
    },
  },
};
