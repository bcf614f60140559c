import { defineConfig } from 'vitest/config';
import { root } from '../support/paths.js';

/** The libraries' own run, apart from the others since their packages take a while to install. */
export default defineConfig({
  test: {
    root,
    include: ['test/libraries/**/*.library-test.ts'],
    globalSetup: ['test/libraries/install-libraries.ts'],
    testTimeout: 900_000,
    hookTimeout: 900_000,
    passWithNoTests: false,
    allowOnly: false,
  },
});
