import type { LibraryEntry } from '../library-entry.js';

/** Commander, whose callbacks are commands. */
export const commander: LibraryEntry = {
  library: 'commander',
  packages: ['commander'],
  undisturbed: { callbacks: 'all' },
};
