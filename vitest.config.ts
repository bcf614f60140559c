import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/install-tools.ts'],
    // Against what never ends; a machine that does other things as well fails no test.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    passWithNoTests: false,
    allowOnly: false,
  },
});
