import type { LibraryEntry } from '../library-entry.js';

/** Jasmine, whose callbacks are tests. */
export const jasmine: LibraryEntry = {
  library: 'jasmine',
  packages: ['jasmine'],
  undisturbed: { callbacks: 'all' },
};
