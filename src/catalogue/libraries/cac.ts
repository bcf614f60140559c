import type { LibraryEntry } from '../library-entry.js';

/** cac, whose callbacks are commands. */
export const cac: LibraryEntry = {
  library: 'cac',
  packages: ['cac'],
  undisturbed: { callbacks: 'all' },
};
