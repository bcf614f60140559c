import type { LibraryEntry } from '../library-entry.js';

/**
 * Azure Event Hubs, checked against the declarations of 6.0. `subscribe` is synchronous. A buffered producer's
 * `enqueueEvent` resolves when the event is in the buffer, and `flush` when all of them are sent.
 */
export const azureEventHubs: LibraryEntry = {
  library: '@azure/event-hubs',
  checked: ['6.0'],
  packages: ['@azure/event-hubs'],
  receivers: ['EventHubBufferedProducerClient', 'EventHubConsumerClient', 'EventHubProducerClient'],
  operations: {
    write: ['enqueueEvent', 'enqueueEvents', 'flush', 'sendBatch'],
    read: ['getEventHubProperties', 'getPartitionIds', 'getPartitionProperties'],
    connection: ['close', 'createBatch'],
  },
};
