import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** SheetJS, which reads and writes spreadsheets. */
export const xlsx: LibraryEntry = {
  library: 'xlsx',
  packages: ['xlsx'],
  blocking: {
    calls: {
      readFile: advice('`XLSX.read` of what `readFile` of `node:fs/promises` gives', 'it is another function'),
      writeFile: advice('`XLSX.write`, and `writeFile` of `node:fs/promises`', 'it is another function'),
      writeFileXLSX: advice('`XLSX.write`, and `writeFile` of `node:fs/promises`', 'it is another function'),
    },
  },
};
