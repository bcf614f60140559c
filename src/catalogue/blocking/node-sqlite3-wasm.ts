import type { BlockingLibrary } from './blocking-library.js';
import { sqliteAdvice } from './sqlite-advice.js';

/** SQLite as WebAssembly with access to files, checked against the declarations of 0.8. */
export const nodeSqlite3Wasm: BlockingLibrary = {
  library: 'node-sqlite3-wasm',
  packages: ['node-sqlite3-wasm'],
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
};
