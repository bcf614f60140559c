import type { LibraryEntry } from '../library-entry.js';
import { sqliteAdvice } from '../sqlite-advice.js';

/** SQLite as WebAssembly with access to files, checked against the declarations of 0.8. */
export const nodeSqlite3Wasm: LibraryEntry = {
  library: 'node-sqlite3-wasm',
  checked: ['0.8'],
  packages: ['node-sqlite3-wasm'],
  blocking: {
    calls: {
      'Database.all': sqliteAdvice,
      'Database.close': { ...sqliteAdvice, isCheap: true },
      'Database.exec': sqliteAdvice,
      'Database.get': sqliteAdvice,
      'Database.run': sqliteAdvice,
      'Statement.all': sqliteAdvice,
      'Statement.get': sqliteAdvice,
      'Statement.run': sqliteAdvice,
    },
  },
};
