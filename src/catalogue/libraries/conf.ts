import type { LibraryEntry } from '../library-entry.js';
import { smallWrites } from '../small-writes.js';

/** Conf, and electron-store, which extends it. */
export const conf: LibraryEntry = {
  library: 'conf',
  packages: ['conf'],
  blocking: { calls: smallWrites('Conf', ['clear', 'delete', 'reset', 'set']) },
};
