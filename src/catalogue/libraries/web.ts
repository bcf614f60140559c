import type { LibraryEntry } from '../library-entry.js';

const listener = { effect: 'drops', runs: 'onEvent' } as const;

/** The web's own functions, as TypeScript's libraries declare them. */
export const web: LibraryEntry = {
  library: 'Web',
  packages: ['lib'],
  callbacks: {
    'EventTarget.addEventListener': listener,
    addEventListener: listener,
    addListener: listener, // of a media query
    queueMicrotask: { effect: 'drops', runs: 'later' },
    setInterval: { effect: 'drops', runs: 'repeatedly' },
    setTimeout: { effect: 'drops', runs: 'later' },
    subscribe: listener,
  },
  sinks: [
    'Console.debug',
    'Console.dir',
    'Console.error',
    'Console.info',
    'Console.log',
    'Console.table',
    'Console.trace',
    'Console.warn',
    'json', // of `Response`, by its constructor, which has no name
    'structuredClone',
  ],
};
