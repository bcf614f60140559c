import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * The SQLite of Node, checked against the declarations of 22.20 and 26.6. Its classes are synchronous; the function
 * `backup` is not. The package declares all else that Node has, so nothing else of it is listed.
 */
export const nodeSqlite: CatalogueEntry = {
  library: 'node:sqlite',
  packages: ['node'],
  receivers: [],
  functions: ['backup'],
  execution: 'sync',
  operations: { write: [], read: ['backup'], transaction: [], connection: [] },
  unawaited: [],
};
