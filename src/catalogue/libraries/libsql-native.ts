import { sqliteAdvice } from '../sqlite-advice.js';
import { sqliteDriver } from '../sqlite-driver.js';
import type { LibraryEntry } from '../library-entry.js';

/**
 * libSQL's native driver, checked against the declarations of 0.5. It is better-sqlite3's twin: all of it is synchronous
 * but `backup`. `libsql/promise` is declared to give `any`, so nobody can say what its calls are.
 */
export const libsqlNative: LibraryEntry = {
  library: 'libsql',
  checked: ['0.5'],
  packages: ['libsql'],
  receivers: ['Database', 'Statement'],
  execution: 'sync',
  operations: { read: ['backup'] },
  blocking: { ...sqliteDriver, calls: { ...sqliteDriver.calls, 'Database.sync': sqliteAdvice } }, // which fetches what a server has
};
