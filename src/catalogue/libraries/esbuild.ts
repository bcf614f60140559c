import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** esbuild, which blocks for long, but mostly in builds: only with the cheap calls. */
export const esbuild: LibraryEntry = {
  library: 'esbuild',
  packages: ['esbuild'],
  blocking: {
    calls: {
      analyzeMetafileSync: { ...advice('`analyzeMetafile`', 'it takes other options'), isCheap: true },
      buildSync: { ...advice('`build`', 'it takes other options'), isCheap: true },
      formatMessagesSync: { ...advice('`formatMessages`', 'it takes other options'), isCheap: true },
      transformSync: { ...advice('`transform`', 'it takes other options'), isCheap: true },
    },
  },
};
