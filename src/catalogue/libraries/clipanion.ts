import type { LibraryEntry } from '../library-entry.js';

/** Clipanion, whose commands are classes. */
export const clipanion: LibraryEntry = {
  library: 'clipanion',
  packages: ['clipanion'],
  undisturbed: { methods: ['Command.execute'] },
};
