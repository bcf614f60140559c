import type { LibraryEntry } from '../library-entry.js';

/** Node's timers, and what else runs later in its turn. */
export const nodeTimers: LibraryEntry = {
  library: 'node:timers',
  packages: ['node'],
  callbacks: {
    nextTick: { effect: 'drops', runs: 'later' },
    queueMicrotask: { effect: 'drops', runs: 'later' },
    setImmediate: { effect: 'drops', runs: 'later' },
    setInterval: { effect: 'drops', runs: 'repeatedly' },
    setTimeout: { effect: 'drops', runs: 'later' },
  },
};
