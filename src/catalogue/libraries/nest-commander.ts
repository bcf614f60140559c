import type { LibraryEntry } from '../library-entry.js';

/** nest-commander, whose commands are classes. */
export const nestCommander: LibraryEntry = {
  library: 'nest-commander',
  packages: ['nest-commander'],
  undisturbed: { methods: ['CommandRunner.run'] },
};
