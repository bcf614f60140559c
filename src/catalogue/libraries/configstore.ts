import type { LibraryEntry } from '../library-entry.js';
import { smallWrites } from '../small-writes.js';

/** Configstore, which writes a file each time. */
export const configstore: LibraryEntry = {
  library: 'configstore',
  packages: ['configstore'],
  blocking: { calls: smallWrites('Configstore', ['clear', 'delete', 'set']) },
};
