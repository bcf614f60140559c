import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** sync-fetch, which fetches and waits. */
export const syncFetch: LibraryEntry = {
  library: 'sync-fetch',
  packages: ['sync-fetch'],
  blocking: {
    calls: {
      default: advice('`fetch`', 'its results give promises, too'),
      fetch: advice('`fetch`', 'its results give promises, too'),
      syncFetch: advice('`fetch`', 'its results give promises, too'),
    },
  },
};
