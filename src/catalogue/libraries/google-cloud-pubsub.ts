import type { LibraryEntry } from '../library-entry.js';

/**
 * Google Cloud Pub/Sub, checked against the declarations of 5.3. A message may wait in a buffer, so a function that ends
 * without waiting for `publishMessage` can lose it. `ack` is synchronous. The overloads with a callback give `void`.
 */
export const googleCloudPubsub: LibraryEntry = {
  library: '@google-cloud/pubsub',
  checked: ['5.3'],
  packages: ['@google-cloud/pubsub'],
  receivers: ['Message', 'PubSub', 'Schema', 'Snapshot', 'Subscription', 'Topic'],
  operations: {
    write: [
      'ackWithResponse',
      'create',
      'createSchema',
      'createSnapshot',
      'createSubscription',
      'createTopic',
      'delete',
      'detachSubscription',
      'flush',
      'modAckWithResponse',
      'modifyPushConfig',
      'nackWithResponse',
      'publish',
      'publishJSON',
      'publishMessage',
      'seek',
      'setMetadata',
    ],
    read: [
      'detached',
      'exists',
      'get',
      'getMetadata',
      'getName',
      'getSnapshots',
      'getSubscriptions',
      'getTopics',
      'validateMessage',
      'validateSchema',
    ],
    connection: ['close', 'getClientConfig', 'getSchemaClient'],
  },
};
