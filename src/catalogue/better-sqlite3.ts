import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * better-sqlite3, checked against the declarations of 12.11. All of it is synchronous but `backup`. A transaction is a
 * function that is called later, and gives what its callback gives.
 */
export const betterSqlite3: CatalogueEntry = {
  library: 'better-sqlite3',
  packages: ['better-sqlite3'],
  receivers: ['Database', 'Statement'],
  execution: 'sync',
  operations: { write: [], read: ['backup'], transaction: [], connection: [] },
  unawaited: [],
};
