import type { LibraryEntry } from '../library-entry.js';

/**
 * NATS, checked against the declarations of 2.29. `publish` of a connection gives nothing to wait for; that of JetStream
 * gives the acknowledgement. `closed` resolves when the connection ends, so nobody waits for it.
 */
export const nats: LibraryEntry = {
  library: 'nats',
  checked: ['2.29'],
  packages: ['nats'],
  receivers: [
    'ConsumerAPI',
    'JetStreamClient',
    'JetStreamManager',
    'JsMsg',
    'KV',
    'NatsConnection',
    'ObjectStore',
    'RoKV',
    'StreamAPI',
  ],
  operations: {
    write: [
      'ackAck',
      'add',
      'create',
      'delete',
      'deleteMessage',
      'destroy',
      'link',
      'linkStore',
      'pause',
      'publish',
      'purge',
      'put',
      'putBlob',
      'resume',
      'seal',
      'update',
    ],
    read: [
      'find',
      'get',
      'getAccountInfo',
      'getBlob',
      'getMessage',
      'history',
      'info',
      'keys',
      'list',
      'pull',
      'pullSubscribe',
      'request',
      'requestMany',
      'rtt',
      'status',
      'subscribe',
      'watch',
    ],
    connection: ['close', 'drain', 'flush', 'jetstreamManager', 'reconnect'],
  },
  unawaited: ['closed'],
};
