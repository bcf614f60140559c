import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** tmp, which makes temporary files. */
export const tmp: LibraryEntry = {
  library: 'tmp',
  packages: ['tmp'],
  blocking: {
    calls: {
      dirSync: advice('`dir` of `tmp-promise`', 'it is of another package'),
      fileSync: advice('`file` of `tmp-promise`', 'it is of another package'),
      tmpNameSync: advice('`tmpName` of `tmp-promise`', 'it is of another package'),
    },
  },
};
