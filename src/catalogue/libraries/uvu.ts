import type { LibraryEntry } from '../library-entry.js';

/** uvu, whose callbacks are tests. */
export const uvu: LibraryEntry = {
  library: 'uvu',
  packages: ['uvu'],
  undisturbed: { callbacks: 'all' },
};
