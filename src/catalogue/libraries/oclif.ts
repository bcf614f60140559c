import type { LibraryEntry } from '../library-entry.js';

/** oclif, whose commands are classes. */
export const oclif: LibraryEntry = {
  library: '@oclif/core',
  packages: ['@oclif/core', '@oclif/command'],
  undisturbed: { methods: ['Command.catch', 'Command.finally', 'Command.init', 'Command.run'] },
};
