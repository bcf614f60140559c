import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** execa, which runs other programs. */
export const execa: LibraryEntry = {
  library: 'execa',
  packages: ['execa'],
  blocking: {
    calls: {
      execaSync: advice('`execa`', 'it throws different errors'),
      execaCommandSync: advice('`execaCommand`', 'it throws different errors'),
    },
  },
};
