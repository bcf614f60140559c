import type { LibraryEntry } from '../library-entry.js';

/**
 * Azure Queue Storage, checked against the declarations of 12.30.
 */
export const azureStorageQueue: LibraryEntry = {
  library: '@azure/storage-queue',
  checked: ['12.30'],
  packages: ['@azure/storage-queue'],
  receivers: ['QueueClient', 'QueueServiceClient'],
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
  },
};
