import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** deasync, which waits for what is asynchronous. */
export const deasync: LibraryEntry = {
  library: 'deasync',
  packages: ['deasync'],
  blocking: {
    calls: {
      loopWhile: advice('`await`', 'the loop has to be removed'),
      runLoopOnce: advice('`await`', 'the loop has to be removed'),
      sleep: advice('`setTimeout` from `node:timers/promises`', 'the replacement is a different function'),
    },
  },
};
