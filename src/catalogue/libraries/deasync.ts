import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** deasync, which waits for what is asynchronous. */
export const deasync: LibraryEntry = {
  library: 'deasync',
  packages: ['deasync'],
  blocking: {
    calls: {
      loopWhile: advice('`await`', 'the loop has to go'),
      runLoopOnce: advice('`await`', 'the loop has to go'),
      sleep: advice('`setTimeout` of `node:timers/promises`', 'it is another function'),
    },
  },
};
