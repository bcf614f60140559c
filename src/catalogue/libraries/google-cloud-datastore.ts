import type { LibraryEntry } from '../library-entry.js';

/**
 * Datastore, checked against the declarations of 10.1. A transaction collects `save`, `insert` and the like, which give
 * `void`, until `commit`. The overloads with a callback give `void`.
 */
export const googleCloudDatastore: LibraryEntry = {
  library: '@google-cloud/datastore',
  checked: ['10.1'],
  packages: ['@google-cloud/datastore'],
  receivers: ['AggregateQuery', 'Datastore', 'DatastoreRequest', 'Query', 'Transaction'],
  operations: {
    write: ['allocateIds', 'delete', 'export', 'import', 'insert', 'merge', 'save', 'update', 'upsert'],
    read: ['get', 'getIndexes', 'run', 'runAggregationQuery', 'runQuery'],
    transaction: ['commit', 'rollback'],
  },
};
