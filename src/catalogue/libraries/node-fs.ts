import { fileCalls } from '../file-calls.js';
import type { LibraryEntry } from '../library-entry.js';

/** Node's file system, checked against the declarations of 22.20 and 26.6. */
export const nodeFs: LibraryEntry = {
  library: 'node:fs',
  checked: ['22.20', '26.6'],
  packages: ['node'],
  blocking: { calls: fileCalls },
};
