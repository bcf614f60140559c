import type { LibraryEntry } from '../library-entry.js';

/**
 * Firestore, checked against the declarations of 8.7; `firebase-admin/firestore` re-exports it. A write batch and a
 * transaction have the names of a document's writes, and are synchronous. So is `onSnapshot`. The writes of a
 * `BulkWriter` are meant to be left alone until `flush` or `close`.
 */
export const googleCloudFirestore: LibraryEntry = {
  library: '@google-cloud/firestore',
  checked: ['8.7'],
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
  operations: {
    write: ['add', 'commit', 'create', 'delete', 'flush', 'recursiveDelete', 'set', 'update'],
    read: ['execute', 'explain', 'get', 'getAll', 'getPartitions', 'listCollections', 'listDocuments'],
    transaction: ['runTransaction'],
    connection: ['BulkWriter.close', 'terminate'],
  },
  unawaited: ['BulkWriter.create', 'BulkWriter.delete', 'BulkWriter.set', 'BulkWriter.update'],
};
