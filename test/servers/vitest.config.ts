import { defineConfig } from 'vitest/config';
import { root } from '../support/paths.js';

/** The proofs on real servers, apart from the others since the servers have to be installed. One that is missing fails its file. */
export default defineConfig({
  test: {
    root,
    include: ['test/servers/**/*.server-test.ts'],
    globalSetup: ['test/servers/install-drivers.ts'],
    maxConcurrency: 4,
    testTimeout: 900_000,
    hookTimeout: 900_000,
    passWithNoTests: false,
    allowOnly: false,
  },
});
