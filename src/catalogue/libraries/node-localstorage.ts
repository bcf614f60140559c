import type { LibraryEntry } from '../library-entry.js';
import { smallWrites } from '../small-writes.js';

/** node-localstorage, which writes a file each time. */
export const nodeLocalstorage: LibraryEntry = {
  library: 'node-localstorage',
  packages: ['node-localstorage'],
  blocking: { calls: smallWrites('LocalStorage', ['clear', 'getItem', 'removeItem', 'setItem']) },
};
