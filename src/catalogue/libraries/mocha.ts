import type { LibraryEntry } from '../library-entry.js';

/** Mocha, whose callbacks are tests. */
export const mocha: LibraryEntry = {
  library: 'mocha',
  packages: ['mocha'],
  undisturbed: { callbacks: 'all' },
};
