import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** SheetJS, which reads and writes spreadsheets. */
export const xlsx: LibraryEntry = {
  library: 'xlsx',
  packages: ['xlsx'],
  blocking: {
    calls: {
      readFile: advice(
        '`XLSX.read` on the result of `readFile` from `node:fs/promises`',
        'the replacement is a different function',
      ),
      writeFile: advice(
        '`XLSX.write`, and `writeFile` from `node:fs/promises`',
        'the replacement is a different function',
      ),
      writeFileXLSX: advice(
        '`XLSX.write`, and `writeFile` from `node:fs/promises`',
        'the replacement is a different function',
      ),
    },
  },
};
