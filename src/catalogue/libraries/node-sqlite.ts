import { sqliteAdvice } from '../sqlite-advice.js';
import type { LibraryEntry } from '../library-entry.js';

/**
 * The SQLite of Node, checked against the declarations of 22.20 and 26.6. Its classes are synchronous; the function
 * `backup` is not. The package declares all else that Node has, so nothing else of it is listed.
 */
export const nodeSqlite: LibraryEntry = {
  library: 'node:sqlite',
  checked: ['22.20', '26.6'],
  packages: ['node'],
  functions: ['backup'],
  execution: 'sync',
  operations: { read: ['backup'] },
  blocking: {
    modules: ['node:sqlite'],
    calls: {
      'DatabaseSync.applyChangeset': sqliteAdvice,
      'DatabaseSync.close': { ...sqliteAdvice, isCheap: true },
      'DatabaseSync.exec': sqliteAdvice,
      'DatabaseSync.open': { ...sqliteAdvice, isCheap: true },
      'SQLTagStore.all': sqliteAdvice,
      'SQLTagStore.get': sqliteAdvice,
      'SQLTagStore.iterate': sqliteAdvice,
      'SQLTagStore.run': sqliteAdvice,
      'StatementSync.all': sqliteAdvice,
      'StatementSync.get': sqliteAdvice,
      'StatementSync.iterate': sqliteAdvice,
      'StatementSync.run': sqliteAdvice,
    },
  },
};
