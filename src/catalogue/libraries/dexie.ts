import type { LibraryEntry } from '../library-entry.js';

/**
 * Dexie, checked against the declarations of 4.4. Its promises are of a kind of their own, and start at the call. A
 * transaction waits for all that its callback starts, as do upgrades and the hooks of `on`.
 */
export const dexie: LibraryEntry = {
  library: 'dexie',
  checked: ['4.4'],
  packages: ['dexie'],
  receivers: ['Collection', 'Dexie', 'Table'],
  operations: {
    write: [
      'add',
      'bulkAdd',
      'bulkDelete',
      'bulkPut',
      'bulkUpdate',
      'clear',
      'delete',
      'modify',
      'put',
      'update',
      'upsert',
    ],
    read: [
      'bulkGet',
      'count',
      'each',
      'eachKey',
      'eachPrimaryKey',
      'eachUniqueKey',
      'first',
      'firstKey',
      'get',
      'keys',
      'last',
      'lastKey',
      'primaryKeys',
      'sortBy',
      'toArray',
      'uniqueKeys',
    ],
    transaction: ['transaction'],
    connection: ['open'],
  },
  callbacks: {
    on: { effect: 'waitsForAll' },
    transaction: { effect: 'waitsForAll' },
    upgrade: { effect: 'waitsForAll' },
  },
};
