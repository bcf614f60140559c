import type { LibraryEntry } from '../library-entry.js';

/** Jest, whose callbacks are tests. */
export const jest: LibraryEntry = {
  library: 'jest',
  packages: ['@jest/globals', 'jest'],
  undisturbed: { callbacks: 'all' },
};
