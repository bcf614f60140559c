import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * Agenda, checked against the declarations of 6.2. `define` and the setters of a job are synchronous, and nothing of a
 * job is stored before `save`.
 */
export const agenda: CatalogueEntry = {
  library: 'agenda',
  packages: ['agenda'],
  receivers: ['Agenda', 'Job'],
  execution: 'eager',
  operations: {
    write: [
      'cancel',
      'cancelAll',
      'clearLogs',
      'disable',
      'enable',
      'every',
      'now',
      'nowDebounced',
      'publishJobNotification',
      'purge',
      'remove',
      'run',
      'runJob',
      'save',
      'schedule',
      'touch',
    ],
    read: ['getJobsOverview', 'getLogs', 'getRunningStats', 'isDead', 'isExpired', 'isRunning', 'queryJobs'],
    transaction: [],
    connection: ['drain', 'start', 'stop'],
  },
  unawaited: [],
};
