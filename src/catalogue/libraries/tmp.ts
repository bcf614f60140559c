import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** tmp, which makes temporary files. */
export const tmp: LibraryEntry = {
  library: 'tmp',
  packages: ['tmp'],
  blocking: {
    calls: {
      dirSync: advice('`dir` from `tmp-promise`', 'the replacement is in a different package'),
      fileSync: advice('`file` from `tmp-promise`', 'the replacement is in a different package'),
      tmpNameSync: advice('`tmpName` from `tmp-promise`', 'the replacement is in a different package'),
    },
  },
};
