import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** Sass, which blocks for long, but mostly in builds: only with the cheap calls. */
export const sass: LibraryEntry = {
  library: 'sass',
  packages: ['sass', 'sass-embedded'],
  blocking: {
    calls: {
      compile: { ...advice('`compileAsync`', 'the asynchronous form takes different options'), isCheap: true },
      compileString: {
        ...advice('`compileStringAsync`', 'the asynchronous form takes different options'),
        isCheap: true,
      },
      renderSync: { ...advice('`compileAsync`', 'the asynchronous form takes different options'), isCheap: true },
    },
  },
};
