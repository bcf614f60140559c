import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * Firestore, checked against the declarations of 8.7; `firebase-admin/firestore` re-exports it. A write batch and a
 * transaction have the names of a document's writes, and are synchronous. So is `onSnapshot`. The writes of a
 * `BulkWriter` are meant to be left alone, so it is no receiver.
 */
export const googleCloudFirestore: CatalogueEntry = {
  library: '@google-cloud/firestore',
  packages: ['@google-cloud/firestore'],
  receivers: [
    'AggregateQuery',
    'CollectionGroup',
    'CollectionReference',
    'DocumentReference',
    'Firestore',
    'Pipeline',
    'Query',
    'Transaction',
    'VectorQuery',
    'WriteBatch',
  ],
  execution: 'eager',
  operations: {
    write: ['add', 'commit', 'create', 'delete', 'recursiveDelete', 'set', 'update'],
    read: ['execute', 'explain', 'get', 'getAll', 'getPartitions', 'listCollections', 'listDocuments'],
    transaction: ['runTransaction'],
    connection: ['terminate'],
  },
  unawaited: [],
};
