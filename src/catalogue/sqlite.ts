import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * sqlite, the promises around sqlite3, checked against the declarations of 5.1. sqlite3 itself has callbacks only.
 */
export const sqlite: CatalogueEntry = {
  library: 'sqlite',
  packages: ['sqlite'],
  receivers: ['Database', 'Statement'],
  execution: 'eager',
  operations: {
    write: ['exec', 'migrate', 'run'],
    read: ['all', 'bind', 'each', 'get', 'prepare', 'reset'],
    transaction: ['finalize'],
    connection: ['close', 'loadExtension', 'open'],
  },
  unawaited: [],
};
