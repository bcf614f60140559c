import type { LibraryEntry } from '../library-entry.js';

/** tap, whose callbacks are tests. */
export const tap: LibraryEntry = {
  library: 'tap',
  packages: ['tap'],
  undisturbed: { callbacks: 'all' },
};
