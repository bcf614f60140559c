import type { LibraryEntry } from '../library-entry.js';
import { sqliteAdvice } from '../sqlite-advice.js';

/** The SQLite of Bun, checked against the declarations of 1.4. `query` and `prepare` only compile. */
export const bunSqlite: LibraryEntry = {
  library: 'bun:sqlite',
  checked: ['1.4'],
  packages: ['bun-types', 'bun'],
  blocking: {
    modules: ['bun:sqlite'],
    calls: {
      'Database.close': { ...sqliteAdvice, isCheap: true },
      'Database.exec': sqliteAdvice,
      'Database.run': sqliteAdvice,
      'Statement.all': sqliteAdvice,
      'Statement.get': sqliteAdvice,
      'Statement.iterate': sqliteAdvice,
      'Statement.raw': sqliteAdvice,
      'Statement.run': sqliteAdvice,
      'Statement.values': sqliteAdvice,
    },
    transactions: [{ call: 'Database.transaction' }],
  },
};
