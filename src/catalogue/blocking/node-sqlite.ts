import type { BlockingLibrary } from './blocking-library.js';
import { sqliteAdvice } from './sqlite-advice.js';

/** The SQLite of Node, checked against the declarations of 22.20 and 26.6. `prepare` only compiles, and `backup` gives a promise. */
export const nodeSqlite: BlockingLibrary = {
  library: 'node:sqlite',
  packages: ['node'],
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
};
