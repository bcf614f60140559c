import type { LibraryEntry } from '../library-entry.js';

/**
 * Agenda, checked against the declarations of 6.2. `define` and the setters of a job are synchronous, and nothing of a
 * job is stored before `save`.
 */
export const agenda: LibraryEntry = {
  library: 'agenda',
  checked: ['6.2'],
  packages: ['agenda'],
  receivers: ['Agenda', 'Job'],
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
    connection: ['drain', 'start', 'stop'],
  },
};
