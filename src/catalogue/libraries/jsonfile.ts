import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** jsonfile, alone or through fs-extra. */
export const jsonfile: LibraryEntry = {
  library: 'jsonfile',
  packages: ['jsonfile'],
  blocking: {
    calls: {
      readFileSync: advice('the same function without `Sync`', 'it has different names in jsonfile and fs-extra'),
      writeFileSync: advice('the same function without `Sync`', 'it has different names in jsonfile and fs-extra'),
    },
  },
};
