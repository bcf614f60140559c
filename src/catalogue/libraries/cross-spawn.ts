import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** cross-spawn, which runs other programs. */
export const crossSpawn: LibraryEntry = {
  library: 'cross-spawn',
  packages: ['cross-spawn'],
  blocking: {
    calls: {
      sync: advice('`spawn`', 'it returns a running process instead of its outcome'),
    },
  },
};
