import type { LibraryEntry } from '../library-entry.js';

/**
 * Convex, checked against the declarations of 1.48. `query` gives a query that is no promise, and runs with `collect`,
 * `first` and the like.
 */
export const convex: LibraryEntry = {
  library: 'convex',
  checked: ['1.48'],
  packages: ['convex'],
  receivers: [
    'BaseDatabaseReader',
    'BaseDatabaseWriter',
    'BaseTableReader',
    'BaseTableWriter',
    'GenericActionCtx',
    'GenericDatabaseReader',
    'GenericDatabaseWriter',
    'GenericMutationCtx',
    'GenericQueryCtx',
    'OrderedQuery',
    'Scheduler',
    'StorageActionWriter',
    'StorageReader',
    'StorageWriter',
  ],
  operations: {
    write: [
      'cancel',
      'delete',
      'generateUploadUrl',
      'insert',
      'patch',
      'replace',
      'runAction',
      'runAfter',
      'runAt',
      'runMutation',
      'store',
    ],
    read: [
      'collect',
      'first',
      'get',
      'getMetadata',
      'getUrl',
      'paginate',
      'runQuery',
      'take',
      'unique',
      'vectorSearch',
    ],
  },
};
