import type { LibraryEntry } from '../library-entry.js';

/**
 * pg-promise, checked against the declarations of 12.7. Queries that a task hands to `batch` are awaited by it. The
 * names say how many rows are expected, not what the query does, so those that can only be used to read are the reads.
 */
export const pgPromise: LibraryEntry = {
  library: 'pg-promise',
  checked: ['12.7'],
  packages: ['pg-promise'],
  receivers: ['IBaseProtocol', 'IClient', 'IDatabase', 'IPool', 'ISpex', 'ITask'],
  operations: {
    write: [
      'any',
      'func',
      'many',
      'manyOrNone',
      'multi',
      'multiResult',
      'none',
      'one',
      'oneOrNone',
      'proc',
      'query',
      'result',
    ],
    read: ['each', 'map', 'stream'],
    transaction: ['batch', 'page', 'sequence', 'task', 'taskIf', 'tx', 'txIf'],
    connection: ['connect', 'end'],
  },
  held: {
    taken: ['connect'],
    types: ['IConnected', 'ITask'],
  },
};
