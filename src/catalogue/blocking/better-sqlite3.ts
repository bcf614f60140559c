import type { BlockingLibrary } from './blocking-library.js';
import { sqliteAdvice } from './sqlite-advice.js';

/**
 * better-sqlite3 and libSQL's native driver, which has the same interface, checked against the declarations of 12.11 and 0.5.
 * A transaction is made by `transaction`, and runs when what that gives is called.
 */
export const betterSqlite3: BlockingLibrary = {
  library: 'better-sqlite3',
  packages: ['better-sqlite3'],
  calls: {
    'Database.close': { ...sqliteAdvice, isCheap: true },
    'Database.exec': sqliteAdvice,
    'Database.pragma': sqliteAdvice,
    'Statement.all': sqliteAdvice,
    'Statement.get': sqliteAdvice,
    'Statement.iterate': sqliteAdvice,
    'Statement.run': sqliteAdvice,
    'Transaction.()': sqliteAdvice,
    'Transaction.default': sqliteAdvice,
    'Transaction.deferred': sqliteAdvice,
    'Transaction.exclusive': sqliteAdvice,
    'Transaction.immediate': sqliteAdvice,
  },
  transactions: [{ call: 'Database.transaction' }],
};

/** libSQL's native driver, which can also fetch what a server has: `sync`. */
export const libsqlNative: BlockingLibrary = {
  ...betterSqlite3,
  library: 'libsql',
  packages: ['libsql'],
  calls: { ...betterSqlite3.calls, 'Database.sync': sqliteAdvice },
};
