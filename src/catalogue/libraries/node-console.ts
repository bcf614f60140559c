import type { LibraryEntry } from '../library-entry.js';

/** Node's console. */
export const nodeConsole: LibraryEntry = {
  library: 'node:console',
  packages: ['node'],
  sinks: [
    'Console.debug',
    'Console.dir',
    'Console.error',
    'Console.info',
    'Console.log',
    'Console.table',
    'Console.trace',
    'Console.warn',
  ],
};
