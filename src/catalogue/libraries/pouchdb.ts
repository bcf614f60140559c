import type { LibraryEntry } from '../library-entry.js';

/**
 * PouchDB, checked against the declarations of 6.4 of its type packages, which describe each part of it as a package of
 * its own. The overloads with a callback give `void`. `changes`, `sync` and `replicate` give emitters that may go on for
 * ever.
 */
export const pouchdb: LibraryEntry = {
  library: 'pouchdb',
  checked: ['6.4'],
  packages: ['pouchdb', 'pouchdb-core', 'pouchdb-find', 'pouchdb-mapreduce', 'pouchdb-replication'],
  receivers: ['Database'],
  operations: {
    write: [
      'bulkDocs',
      'compact',
      'createIndex',
      'deleteIndex',
      'destroy',
      'post',
      'put',
      'putAttachment',
      'remove',
      'removeAttachment',
      'viewCleanup',
    ],
    read: ['allDocs', 'bulkGet', 'find', 'get', 'getAttachment', 'getIndexes', 'info', 'query', 'revsDiff'],
    connection: ['close'],
  },
  unawaited: ['changes', 'from', 'replicate', 'sync', 'to'],
};
