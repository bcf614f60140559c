import type { LibraryEntry } from '../library-entry.js';

/**
 * Objection, checked against the declarations of 2.2 and 3.1. A query is a builder that can be awaited, runs only then, and
 * changes with every call on it; `execute` and `resultSize` run at once. Models are the project's own classes.
 */
export const objection: LibraryEntry = {
  library: 'objection',
  checked: ['2.2', '3.1'],
  packages: ['objection'],
  receivers: ['Model', 'ModelClass', 'QueryBuilder', 'transaction'],
  execution: 'lazy',
  operations: {
    write: [
      'decrement',
      'del',
      'delete',
      'deleteById',
      'increment',
      'insert',
      'insertAndFetch',
      'insertGraph',
      'insertGraphAndFetch',
      'insertWithRelatedAndFetch',
      'patch',
      'patchAndFetch',
      'patchAndFetchById',
      'relate',
      'truncate',
      'unrelate',
      'update',
      'updateAndFetch',
      'updateAndFetchById',
      'upsertGraph',
      'upsertGraphAndFetch',
    ],
    read: [
      '$fetchGraph',
      '$query',
      '$relatedQuery',
      'count',
      'fetchGraph',
      'fetchTableMetadata',
      'findById',
      'findByIds',
      'findOne',
      'first',
      'page',
      'query',
      'range',
      'relatedQuery',
      'resultSize',
      'select',
    ],
    transaction: ['start', 'startTransaction', 'transaction'],
  },
  held: {
    taken: ['start', 'startTransaction', 'transaction'],
    types: ['Transaction'],
  },
};
