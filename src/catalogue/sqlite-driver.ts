import type { Blocking } from './blocking-call.js';
import { sqliteAdvice } from './sqlite-advice.js';

/**
 * What blocks of better-sqlite3, and of what has its interface. A transaction is made by `transaction`, and runs when what that
 * gives is called.
 */
export const sqliteDriver: Blocking = {
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
