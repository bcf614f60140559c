import type { LibraryEntry } from '../library-entry.js';

/**
 * amqplib, checked against the declarations of 2.3. `publish` and `sendToQueue` give a boolean, and only
 * `waitForConfirms` says that what they sent has arrived. A channel keeps the order of what it is told, so correct code
 * seldom waits for `consume` and `prefetch`.
 */
export const amqplib: LibraryEntry = {
  library: 'amqplib',
  checked: ['2.3'],
  packages: ['amqplib'],
  receivers: ['Channel', 'ChannelModel', 'ConfirmChannel'],
  operations: {
    write: [
      'assertExchange',
      'assertQueue',
      'bindExchange',
      'bindQueue',
      'deleteExchange',
      'deleteQueue',
      'purgeQueue',
      'recover',
      'unbindExchange',
      'unbindQueue',
      'waitForConfirms',
    ],
    read: ['checkExchange', 'checkQueue', 'get'],
    connection: ['cancel', 'close', 'createChannel', 'createConfirmChannel', 'updateSecret'],
  },
  unawaited: ['consume', 'prefetch'],
};
