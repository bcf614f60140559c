import type { LibraryEntry } from '../library-entry.js';

/** Playwright's tests, whose callbacks are tests. */
export const playwright: LibraryEntry = {
  library: 'playwright',
  packages: ['@playwright/test', 'playwright'],
  undisturbed: { callbacks: 'all' },
};
