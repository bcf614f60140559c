import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * Azure Queue Storage, checked against the declarations of 12.30.
 */
export const azureStorageQueue: CatalogueEntry = {
  library: '@azure/storage-queue',
  packages: ['@azure/storage-queue'],
  receivers: ['QueueClient', 'QueueServiceClient'],
  execution: 'eager',
  operations: {
    write: [
      'clearMessages',
      'create',
      'createIfNotExists',
      'createQueue',
      'delete',
      'deleteIfExists',
      'deleteMessage',
      'deleteQueue',
      'sendMessage',
      'setAccessPolicy',
      'setMetadata',
      'setProperties',
      'updateMessage',
    ],
    read: [
      'exists',
      'getAccessPolicy',
      'getProperties',
      'getStatistics',
      'getUserDelegationKey',
      'peekMessages',
      'receiveMessages',
    ],
    transaction: [],
    connection: [],
  },
  unawaited: [],
};
