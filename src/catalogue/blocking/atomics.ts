import type { BlockingLibrary } from './blocking-library.js';

/** What the language itself has to wait with. */
export const atomics: BlockingLibrary = {
  library: 'Atomics',
  packages: ['lib'],
  calls: {
    'Atomics.wait': {
      instead: {
        kind: 'advice',
        use: '`Atomics.waitAsync`',
        why: '`Atomics.waitAsync` gives an object that may hold a promise',
      },
    },
  },
};
