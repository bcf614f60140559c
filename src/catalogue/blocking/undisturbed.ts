/** Functions whose callbacks run in a process that serves nobody. */
export interface Undisturbed {
  readonly packages: readonly string[];
  /** The functions, where not all of the packages are meant. */
  readonly functions?: readonly string[];
}

/** What runs tests and commands. */
export const undisturbed: readonly Undisturbed[] = [
  { packages: ['@jest/globals', '@playwright/test', '@vitest/runner', 'ava', 'jasmine', 'jest', 'mocha', 'playwright', 'tap', 'uvu', 'vitest'] },
  { packages: ['node'], functions: ['after', 'afterEach', 'before', 'beforeEach', 'describe', 'it', 'suite', 'test', 'todo', 'only', 'skip'] },
  { packages: ['cac', 'commander', 'yargs'] },
];
