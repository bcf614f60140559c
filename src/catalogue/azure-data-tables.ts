import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * Azure Tables, checked against the declarations of 13.3. A `TableTransaction` only collects actions, with the names
 * that a `TableClient` has for its writes. `listEntities` and `listTables` give iterators that are no promises.
 */
export const azureDataTables: CatalogueEntry = {
  library: '@azure/data-tables',
  packages: ['@azure/data-tables'],
  receivers: ['TableClient', 'TableServiceClient'],
  execution: 'eager',
  operations: {
    write: [
      'createEntity',
      'createTable',
      'deleteEntity',
      'deleteTable',
      'setAccessPolicy',
      'setProperties',
      'submitTransaction',
      'updateEntity',
      'upsertEntity',
    ],
    read: ['getAccessPolicy', 'getEntity', 'getProperties', 'getStatistics'],
    transaction: [],
    connection: [],
  },
  unawaited: [],
};
