import { defineConfig } from 'vitest/config';

/** Both runs share a process among many files, so that compilers, linters and declarations are loaded once. */
const shared = {
  setupFiles: ['test/support/share-sources.ts', 'test/support/forget-projects.ts'],
  pool: 'forks',
  isolate: false,
  // Against what never ends; a machine that does other things as well fails no test.
  testTimeout: 900_000,
  hookTimeout: 900_000,
} as const;

export default defineConfig({
  test: {
    globalSetup: ['test/support/install-tools.ts'],
    passWithNoTests: false,
    allowOnly: false,
    coverage: {
      include: ['src/**/*.ts'],
      exclude: ['src/report-page/**', 'src/**/template/**'], // code of a browser, and of those who use the executor
      reporter: ['text-summary'],
      reportsDirectory: '.tmp/coverage',
    },
    projects: [
      { test: { ...shared, name: 'unit', include: ['test/**/*.test.ts'] } },
      // What only a process of its own can show: what foreign code does to it, kills, threads, installed packages, servers.
      { test: { ...shared, name: 'processes', include: ['test/**/*.process-test.ts'] } },
    ],
  },
});
