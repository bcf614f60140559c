import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * CouchDB's nano, checked against the declarations of 11.0.
 */
export const nano: CatalogueEntry = {
  library: 'nano',
  packages: ['nano'],
  receivers: ['DatabaseScope', 'DocumentScope', 'ServerScope'],
  execution: 'eager',
  operations: {
    write: [
      'atomic',
      'bulk',
      'compact',
      'create',
      'createIndex',
      'destroy',
      'insert',
      'replicate',
      'updateWithHandler',
    ],
    read: [
      'baseView',
      'changes',
      'fetch',
      'fetchRevs',
      'find',
      'get',
      'head',
      'info',
      'list',
      'partitionedFind',
      'partitionedList',
      'partitionedSearch',
      'partitionedView',
      'partitionInfo',
      'search',
      'show',
      'updates',
      'uuids',
      'view',
      'viewWithList',
    ],
    transaction: [],
    connection: ['auth', 'session'],
  },
  unawaited: [],
};
