import { defineConfig } from 'vitest/config';
import { root } from '../support/paths.js';

/** What is driven in a real browser, apart from the others since Chromium has to be installed. */
export default defineConfig({
  test: {
    expect: { poll: { timeout: 60_000 } }, // which only ends what will never come
    root,
    include: ['test/browser/**/*.browser-test.ts'],
    testTimeout: 900_000,
    hookTimeout: 900_000,
    passWithNoTests: false,
    allowOnly: false,
  },
});
