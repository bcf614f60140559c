import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** sync-request, which fetches and waits. */
export const syncRequest: LibraryEntry = {
  library: 'sync-request',
  packages: ['sync-request'],
  blocking: {
    calls: {
      default: advice('`fetch`', 'the replacement is a different function'),
      request: advice('`fetch`', 'the replacement is a different function'),
      doRequest: advice('`fetch`', 'the replacement is a different function'),
    },
  },
};
