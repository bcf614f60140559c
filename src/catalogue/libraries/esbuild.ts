import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** esbuild, which blocks for long, but mostly in builds: only with the cheap calls. */
export const esbuild: LibraryEntry = {
  library: 'esbuild',
  packages: ['esbuild'],
  blocking: {
    calls: {
      analyzeMetafileSync: {
        ...advice('`analyzeMetafile`', 'the asynchronous form takes different options'),
        isCheap: true,
      },
      buildSync: { ...advice('`build`', 'the asynchronous form takes different options'), isCheap: true },
      formatMessagesSync: {
        ...advice('`formatMessages`', 'the asynchronous form takes different options'),
        isCheap: true,
      },
      transformSync: { ...advice('`transform`', 'the asynchronous form takes different options'), isCheap: true },
    },
  },
};
