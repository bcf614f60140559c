import type { LibraryEntry } from '../library-entry.js';

/**
 * Azure Tables, checked against the declarations of 13.3. A `TableTransaction` only collects actions, with the names
 * that a `TableClient` has for its writes. `listEntities` and `listTables` give iterators that are no promises.
 */
export const azureDataTables: LibraryEntry = {
  library: '@azure/data-tables',
  checked: ['13.3'],
  packages: ['@azure/data-tables'],
  receivers: ['TableClient', 'TableServiceClient'],
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
  },
};
