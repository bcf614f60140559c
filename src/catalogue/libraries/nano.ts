import type { LibraryEntry } from '../library-entry.js';

/**
 * CouchDB's nano, checked against the declarations of 11.0.
 */
export const nano: LibraryEntry = {
  library: 'nano',
  checked: ['11.0'],
  packages: ['nano'],
  receivers: ['DatabaseScope', 'DocumentScope', 'ServerScope'],
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
    connection: ['auth', 'session'],
  },
};
