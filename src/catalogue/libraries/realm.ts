import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** Realm, a database in the same process. */
export const realm: LibraryEntry = {
  library: 'realm',
  packages: ['realm'],
  blocking: {
    calls: {
      'Realm.write': { ...advice('a worker thread', 'Realm has no asynchronous form'), isCheap: true },
    },
  },
};
