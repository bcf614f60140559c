import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** jsonwebtoken, whose tokens are signed in a moment. */
export const jsonwebtoken: LibraryEntry = {
  library: 'jsonwebtoken',
  packages: ['jsonwebtoken'],
  blocking: {
    calls: {
      sign: {
        ...advice('its form with a callback, or `jose`', 'the asynchronous form takes its arguments differently'),
        isCheap: true,
        blocksIf: 'resultGiven',
      },
      verify: {
        ...advice('its form with a callback, or `jose`', 'the asynchronous form takes its arguments differently'),
        isCheap: true,
        blocksIf: 'resultGiven',
      },
    },
  },
};
