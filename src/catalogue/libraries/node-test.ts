import type { LibraryEntry } from '../library-entry.js';

/** Node's test runner. */
export const nodeTest: LibraryEntry = {
  library: 'node:test',
  packages: ['node'],
  undisturbed: {
    callbacks: [
      'after',
      'afterEach',
      'before',
      'beforeEach',
      'describe',
      'it',
      'suite',
      'test',
      'todo',
      'only',
      'skip',
    ],
  },
};
