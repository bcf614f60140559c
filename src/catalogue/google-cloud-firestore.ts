import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * Firestore, checked against the declarations of 8.7; `firebase-admin/firestore` re-exports it. A write batch and a
 * transaction have the names of a document's writes, and are synchronous. So is `onSnapshot`. The writes of a
 * `BulkWriter` are meant to be left alone until `flush` or `close`.
 */
export const googleCloudFirestore: CatalogueEntry = {
  library: '@google-cloud/firestore',
  packages: ['@google-cloud/firestore'],
  receivers: [
    'AggregateQuery',
    'BulkWriter',
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
    write: ['add', 'commit', 'create', 'delete', 'flush', 'recursiveDelete', 'set', 'update'],
    read: ['execute', 'explain', 'get', 'getAll', 'getPartitions', 'listCollections', 'listDocuments'],
    transaction: ['runTransaction'],
    connection: ['BulkWriter.close', 'terminate'],
  },
  unawaited: ['BulkWriter.create', 'BulkWriter.delete', 'BulkWriter.set', 'BulkWriter.update'],
};
