import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * pg-boss, checked against the declarations of 10.4.
 */
export const pgBoss: CatalogueEntry = {
  library: 'pg-boss',
  packages: ['pg-boss'],
  receivers: ['PgBoss'],
  execution: 'eager',
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
    transaction: [],
    connection: ['offWork', 'start', 'stop', 'subscribe', 'unsubscribe', 'work'],
  },
  unawaited: [],
};
