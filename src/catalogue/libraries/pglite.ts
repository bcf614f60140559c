import type { LibraryEntry } from '../library-entry.js';

/**
 * PGlite, checked against the declarations of 0.5; `query` and `exec` are declared by `BasePGlite`.
 * `execProtocolRawSync` is synchronous.
 */
export const pglite: LibraryEntry = {
  library: '@electric-sql/pglite',
  checked: ['0.5'],
  packages: ['@electric-sql/pglite'],
  receivers: ['BasePGlite', 'PGlite', 'PGliteInterface', 'Transaction'],
  operations: {
    write: ['exec', 'execProtocol', 'execProtocolRaw', 'query', 'runExclusive', 'sql', 'syncToFs'],
    read: ['describeQuery', 'dumpDataDir', 'refreshArrayTypes'],
    transaction: ['rollback', 'runExclusiveTransaction', 'transaction'],
    connection: ['close', 'listen', 'unlisten'],
  },
};
