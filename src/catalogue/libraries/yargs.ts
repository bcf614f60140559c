import type { LibraryEntry } from '../library-entry.js';

/** yargs, whose callbacks are commands, as are the methods of a module of one. */
export const yargs: LibraryEntry = {
  library: 'yargs',
  packages: ['yargs'],
  undisturbed: { callbacks: 'all', methods: ['CommandModule.builder', 'CommandModule.handler'] },
};
