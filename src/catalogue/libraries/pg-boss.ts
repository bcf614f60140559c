import type { LibraryEntry } from '../library-entry.js';

/**
 * pg-boss, checked against the declarations of 10.4.
 */
export const pgBoss: LibraryEntry = {
  library: 'pg-boss',
  checked: ['10.4'],
  packages: ['pg-boss'],
  receivers: ['PgBoss'],
  operations: {
    write: [
      'archive',
      'cancel',
      'clearStorage',
      'complete',
      'createQueue',
      'deleteJob',
      'deleteQueue',
      'expire',
      'fail',
      'fetch',
      'insert',
      'maintain',
      'publish',
      'purge',
      'purgeQueue',
      'resume',
      'retry',
      'schedule',
      'send',
      'sendAfter',
      'sendDebounced',
      'sendThrottled',
      'unschedule',
      'updateQueue',
    ],
    read: ['getJobById', 'getQueue', 'getQueues', 'getQueueSize', 'getSchedules', 'isInstalled', 'schemaVersion'],
    connection: ['offWork', 'start', 'stop', 'subscribe', 'unsubscribe', 'work'],
  },
};
