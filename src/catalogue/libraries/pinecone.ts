import type { LibraryEntry } from '../library-entry.js';

/**
 * Pinecone, checked against the declarations of 8.2.
 */
export const pinecone: LibraryEntry = {
  library: '@pinecone-database/pinecone',
  checked: ['8.2'],
  packages: ['@pinecone-database/pinecone'],
  receivers: ['Index', 'Pinecone'],
  operations: {
    write: [
      'cancelImport',
      'configureIndex',
      'createBackup',
      'createCollection',
      'createIndex',
      'createIndexForModel',
      'createIndexFromBackup',
      'createNamespace',
      'deleteAll',
      'deleteBackup',
      'deleteCollection',
      'deleteIndex',
      'deleteMany',
      'deleteNamespace',
      'deleteOne',
      'startImport',
      'update',
      'upsert',
      'upsertRecords',
    ],
    read: [
      'describeBackup',
      'describeCollection',
      'describeImport',
      'describeIndex',
      'describeIndexStats',
      'describeNamespace',
      'describeRestoreJob',
      'fetch',
      'fetchByMetadata',
      'listBackups',
      'listCollections',
      'listImports',
      'listIndexes',
      'listNamespaces',
      'listPaginated',
      'listRestoreJobs',
      'query',
      'searchRecords',
    ],
  },
};
