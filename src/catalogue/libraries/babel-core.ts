import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** Babel, which blocks for long, but mostly in builds: only with the cheap calls. */
export const babelCore: LibraryEntry = {
  library: '@babel/core',
  packages: ['@babel/core'],
  blocking: {
    calls: {
      parseSync: { ...advice('`parseAsync`', 'it takes other options'), isCheap: true },
      transformFileSync: { ...advice('`transformFileAsync`', 'it takes other options'), isCheap: true },
      transformFromAstSync: { ...advice('`transformFromAstAsync`', 'it takes other options'), isCheap: true },
      transformSync: { ...advice('`transformAsync`', 'it takes other options'), isCheap: true },
    },
  },
};
