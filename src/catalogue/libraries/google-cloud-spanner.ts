import type { LibraryEntry } from '../library-entry.js';

/**
 * Spanner, checked against the declarations of 8.13. A transaction collects `insert`, `update` and the like, which give
 * `void`, until `commit`. `runTransaction` has a callback only. The overloads with a callback give `void`.
 */
export const googleCloudSpanner: LibraryEntry = {
  library: '@google-cloud/spanner',
  checked: ['8.13'],
  packages: ['@google-cloud/spanner'],
  receivers: [
    'Backup',
    'BatchTransaction',
    'Database',
    'Dml',
    'Instance',
    'PartitionedDml',
    'Session',
    'Snapshot',
    'Spanner',
    'Table',
    'Transaction',
  ],
  operations: {
    write: [
      'batchUpdate',
      'create',
      'createDatabase',
      'createTable',
      'delete',
      'deleteRows',
      'drop',
      'insert',
      'replace',
      'restore',
      'runPartitionedUpdate',
      'runUpdate',
      'setMetadata',
      'update',
      'updateSchema',
      'upsert',
      'writeAtLeastOnce',
    ],
    read: ['exists', 'get', 'getMetadata', 'getRestoreInfo', 'getSchema', 'getState', 'read', 'run'],
    transaction: ['begin', 'commit', 'rollback', 'runTransactionAsync'],
    connection: ['close'],
  },
};
