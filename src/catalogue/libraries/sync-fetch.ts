import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** sync-fetch, which fetches and waits. */
export const syncFetch: LibraryEntry = {
  library: 'sync-fetch',
  packages: ['sync-fetch'],
  blocking: {
    calls: {
      default: advice('`fetch`', 'the methods of its result return promises too'),
      fetch: advice('`fetch`', 'the methods of its result return promises too'),
      syncFetch: advice('`fetch`', 'the methods of its result return promises too'),
    },
  },
};
