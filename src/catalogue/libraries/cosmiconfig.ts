import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** cosmiconfig, which searches for configuration. */
export const cosmiconfig: LibraryEntry = {
  library: 'cosmiconfig',
  packages: ['cosmiconfig'],
  blocking: {
    calls: {
      'PublicExplorerSync.load': advice('`cosmiconfig`', 'the asynchronous form needs a different explorer'),
      'PublicExplorerSync.search': advice('`cosmiconfig`', 'the asynchronous form needs a different explorer'),
    },
  },
};
