import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * PGlite, checked against the declarations of 0.5; `query` and `exec` are declared by `BasePGlite`.
 * `execProtocolRawSync` is synchronous.
 */
export const pglite: CatalogueEntry = {
  library: '@electric-sql/pglite',
  packages: ['@electric-sql/pglite'],
  receivers: ['BasePGlite', 'PGlite', 'PGliteInterface', 'Transaction'],
  execution: 'eager',
  operations: {
    write: ['exec', 'execProtocol', 'execProtocolRaw', 'query', 'runExclusive', 'sql', 'syncToFs'],
    read: ['describeQuery', 'dumpDataDir', 'refreshArrayTypes'],
    transaction: ['rollback', 'runExclusiveTransaction', 'transaction'],
    connection: ['close', 'listen', 'unlisten'],
  },
  unawaited: [],
};
