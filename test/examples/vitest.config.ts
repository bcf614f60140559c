import { defineConfig } from 'vitest/config';
import { root } from '../support/paths.js';

/** The examples' own run, apart from the others since each installs its packages. */
export default defineConfig({
  test: {
    root,
    include: ['test/examples/**/*.example-test.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
    passWithNoTests: false,
    allowOnly: false,
  },
});
