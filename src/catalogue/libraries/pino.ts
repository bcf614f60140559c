import type { LibraryEntry } from '../library-entry.js';

/** pino, which logs. */
export const pino: LibraryEntry = {
  library: 'pino',
  packages: ['pino'],
  sinks: [
    'BaseLogger.debug',
    'BaseLogger.error',
    'BaseLogger.fatal',
    'BaseLogger.info',
    'BaseLogger.trace',
    'BaseLogger.warn',
  ],
};
