import type { LibraryEntry } from '../library-entry.js';

/** Vitest, whose callbacks are tests. */
export const vitest: LibraryEntry = {
  library: 'vitest',
  packages: ['@vitest/runner', 'vitest'],
  undisturbed: { callbacks: 'all' },
};
