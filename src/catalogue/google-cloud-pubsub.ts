import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * Google Cloud Pub/Sub, checked against the declarations of 5.3. A message may wait in a buffer, so a function that ends
 * without waiting for `publishMessage` can lose it. `ack` is synchronous. The overloads with a callback give `void`.
 */
export const googleCloudPubsub: CatalogueEntry = {
  library: '@google-cloud/pubsub',
  packages: ['@google-cloud/pubsub'],
  receivers: ['Message', 'PubSub', 'Schema', 'Snapshot', 'Subscription', 'Topic'],
  execution: 'eager',
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
    transaction: [],
    connection: ['close', 'getClientConfig', 'getSchemaClient'],
  },
  unawaited: [],
};
