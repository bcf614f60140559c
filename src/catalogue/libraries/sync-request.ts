import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** sync-request, which fetches and waits. */
export const syncRequest: LibraryEntry = {
  library: 'sync-request',
  packages: ['sync-request'],
  blocking: {
    calls: {
      default: advice('`fetch`', 'it is another function'),
      request: advice('`fetch`', 'it is another function'),
      doRequest: advice('`fetch`', 'it is another function'),
    },
  },
};
