import type { LibraryEntry } from '../library-entry.js';

/** AVA, whose callbacks are tests. */
export const ava: LibraryEntry = {
  library: 'ava',
  packages: ['ava'],
  undisturbed: { callbacks: 'all' },
};
