import type { LibraryEntry } from '../library-entry.js';

/** What the language itself has to wait with. */
export const atomics: LibraryEntry = {
  library: 'Atomics',
  packages: ['lib'],
  blocking: {
    calls: {
      'Atomics.wait': {
        instead: {
          kind: 'advice',
          use: '`Atomics.waitAsync`',
          why: '`Atomics.waitAsync` returns an object that may hold a promise',
        },
      },
    },
  },
};
