import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * libSQL's native driver, checked against the declarations of 0.5. It is better-sqlite3's twin: all of it is synchronous
 * but `backup`. `libsql/promise` is declared to give `any`, so nobody can say what its calls are.
 */
export const libsqlNative: CatalogueEntry = {
  library: 'libsql',
  packages: ['libsql'],
  receivers: ['Database', 'Statement'],
  execution: 'sync',
  operations: { write: [], read: ['backup'], transaction: [], connection: [] },
  unawaited: [],
};
