import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * Datastore, checked against the declarations of 10.1. A transaction collects `save`, `insert` and the like, which give
 * `void`, until `commit`. The overloads with a callback give `void`.
 */
export const googleCloudDatastore: CatalogueEntry = {
  library: '@google-cloud/datastore',
  packages: ['@google-cloud/datastore'],
  receivers: ['AggregateQuery', 'Datastore', 'DatastoreRequest', 'Query', 'Transaction'],
  execution: 'eager',
  operations: {
    write: ['allocateIds', 'delete', 'export', 'import', 'insert', 'merge', 'save', 'update', 'upsert'],
    read: ['get', 'getIndexes', 'run', 'runAggregationQuery', 'runQuery'],
    transaction: ['commit', 'rollback'],
    connection: [],
  },
  unawaited: [],
};
