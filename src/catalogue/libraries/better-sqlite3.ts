import { sqliteDriver } from '../sqlite-driver.js';
import type { LibraryEntry } from '../library-entry.js';

/**
 * better-sqlite3, checked against the declarations of 12.11. All of it is synchronous but `backup`. A transaction is a
 * function that is called later, and gives what its callback gives.
 */
export const betterSqlite3: LibraryEntry = {
  library: 'better-sqlite3',
  checked: ['12.11'],
  packages: ['better-sqlite3'],
  receivers: ['Database', 'Statement'],
  execution: 'sync',
  operations: { read: ['backup'] },
  blocking: sqliteDriver,
};
