import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { configDefaults, defineConfig } from 'vitest/config';

/** The unit tests that put another module in the place of one: only a process that has not loaded it yet takes that. */
const replacing = globSync('test/**/*.test.ts', { cwd: import.meta.dirname, ignore: configDefaults.exclude }).filter(
  path => readFileSync(new URL(path, import.meta.url), 'utf8').includes('\nvi.mock('),
);

/** A process runs many files, so that compilers, linters and declarations are loaded once. */
const shared = {
  setupFiles: ['test/support/share-sources.ts', 'test/support/forget-projects.ts'],
  pool: 'forks' as const,
  isolate: false,
  restoreMocks: true,
  unstubEnvs: true,
  // Against what never ends; a machine that does other things as well fails no test.
  testTimeout: 900_000,
  hookTimeout: 900_000,
};

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
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...replacing],
        },
      },
      { test: { ...shared, name: 'unit-replacing', include: replacing, isolate: true } },
      // What only a process of its own can show: what foreign code does to it, kills, threads, installed packages, servers.
      { test: { ...shared, name: 'processes', include: ['test/**/*.process-test.ts'] } },
    ],
  },
});
