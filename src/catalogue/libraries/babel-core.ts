import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** Babel, which blocks for long, but mostly in builds: only with the cheap calls. */
export const babelCore: LibraryEntry = {
  library: '@babel/core',
  packages: ['@babel/core'],
  blocking: {
    calls: {
      parseSync: { ...advice('`parseAsync`', 'the asynchronous form takes different options'), isCheap: true },
      transformFileSync: {
        ...advice('`transformFileAsync`', 'the asynchronous form takes different options'),
        isCheap: true,
      },
      transformFromAstSync: {
        ...advice('`transformFromAstAsync`', 'the asynchronous form takes different options'),
        isCheap: true,
      },
      transformSync: { ...advice('`transformAsync`', 'the asynchronous form takes different options'), isCheap: true },
    },
  },
};
