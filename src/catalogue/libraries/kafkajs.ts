import type { LibraryEntry } from '../library-entry.js';

/**
 * KafkaJS, checked against the declarations of 2.2. `run` of a consumer resolves as soon as it has begun, and correct
 * code seldom waits for it.
 */
export const kafkajs: LibraryEntry = {
  library: 'kafkajs',
  checked: ['2.2'],
  packages: ['kafkajs'],
  receivers: ['Admin', 'Consumer', 'EachBatchPayload', 'EachMessagePayload', 'Producer', 'Sender', 'Transaction'],
  operations: {
    write: [
      'alterConfigs',
      'alterPartitionReassignments',
      'commitOffsets',
      'commitOffsetsIfNecessary',
      'createAcls',
      'createPartitions',
      'createTopics',
      'deleteAcls',
      'deleteGroups',
      'deleteTopicRecords',
      'deleteTopics',
      'resetOffsets',
      'send',
      'sendBatch',
      'sendOffsets',
      'setOffsets',
    ],
    read: [
      'describeAcls',
      'describeCluster',
      'describeConfigs',
      'describeGroup',
      'describeGroups',
      'fetchOffsets',
      'fetchTopicMetadata',
      'fetchTopicOffsets',
      'fetchTopicOffsetsByTimestamp',
      'listGroups',
      'listTopics',
    ],
    transaction: ['abort', 'commit', 'heartbeat', 'transaction'],
    connection: ['connect', 'disconnect', 'stop', 'subscribe'],
  },
  unawaited: ['run'],
};
