import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * Azure Event Hubs, checked against the declarations of 6.0. `subscribe` is synchronous. A buffered producer's
 * `enqueueEvent` resolves when the event is in the buffer, and `flush` when all of them are sent.
 */
export const azureEventHubs: CatalogueEntry = {
  library: '@azure/event-hubs',
  packages: ['@azure/event-hubs'],
  receivers: ['EventHubBufferedProducerClient', 'EventHubConsumerClient', 'EventHubProducerClient'],
  execution: 'eager',
  operations: {
    write: ['enqueueEvent', 'enqueueEvents', 'flush', 'sendBatch'],
    read: ['getEventHubProperties', 'getPartitionIds', 'getPartitionProperties'],
    transaction: [],
    connection: ['close', 'createBatch'],
  },
  unawaited: [],
};
