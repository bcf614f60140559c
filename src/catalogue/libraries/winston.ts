import type { LibraryEntry } from '../library-entry.js';

/** winston, which logs. */
export const winston: LibraryEntry = {
  library: 'winston',
  packages: ['winston'],
  sinks: ['Logger.debug', 'Logger.error', 'Logger.info', 'Logger.log', 'Logger.verbose', 'Logger.warn'],
};
