import type { LibraryEntry } from '../library-entry.js';

const listener = { effect: 'drops', runs: 'onEvent' } as const;

/** Node's emitters, those of its own modules, and what listens to a channel: nobody waits for a listener. */
export const nodeEvents: LibraryEntry = {
  library: 'node:events',
  packages: ['node'],
  callbacks: {
    'EventEmitter.addListener': listener,
    'EventEmitter.on': listener,
    'EventEmitter.once': listener,
    'EventEmitter.prependListener': listener,
    'EventEmitter.prependOnceListener': listener,
    'EventTarget.addEventListener': listener,
    addEventListener: listener,
    addListener: listener,
    on: listener,
    once: listener,
    prependListener: listener,
    prependOnceListener: listener,
    subscribe: listener, // of a channel of diagnostics
  },
};
