import type { LibraryEntry } from '../library-entry.js';

/**
 * Azure Service Bus, checked against the declarations of 7.9. A message that is not settled, by `completeMessage` and
 * its like, comes again when its lock ends. `subscribe` is synchronous.
 */
export const azureServiceBus: LibraryEntry = {
  library: '@azure/service-bus',
  checked: ['7.9'],
  packages: ['@azure/service-bus'],
  receivers: [
    'ServiceBusAdministrationClient',
    'ServiceBusClient',
    'ServiceBusReceiver',
    'ServiceBusRuleManager',
    'ServiceBusSender',
    'ServiceBusSessionReceiver',
  ],
  operations: {
    write: [
      'abandonMessage',
      'cancelScheduledMessages',
      'completeMessage',
      'createQueue',
      'createRule',
      'createSubscription',
      'createTopic',
      'deadLetterMessage',
      'deferMessage',
      'deleteQueue',
      'deleteRule',
      'deleteSubscription',
      'deleteTopic',
      'scheduleMessages',
      'sendMessages',
      'setSessionState',
      'updateQueue',
      'updateRule',
      'updateSubscription',
      'updateTopic',
    ],
    read: [
      'getNamespaceProperties',
      'getQueue',
      'getQueueRuntimeProperties',
      'getRule',
      'getSessionState',
      'getSubscription',
      'getSubscriptionRuntimeProperties',
      'getTopic',
      'getTopicRuntimeProperties',
      'peekMessages',
      'queueExists',
      'receiveDeferredMessages',
      'receiveMessages',
      'ruleExists',
      'subscriptionExists',
      'topicExists',
    ],
    transaction: ['renewMessageLock', 'renewSessionLock'],
    connection: ['acceptNextSession', 'acceptSession', 'close', 'createMessageBatch'],
  },
};
