import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

const opening = 'it fails immediately while the database is still opening, whereas the asynchronous form waits';

/**
 * Level, checked against the declarations of level 10, which come from abstract-level and classic-level. `batch`
 * without arguments gives a chained batch, whose `put` and `del` are synchronous until `write`. `getSync`, `sublevel`
 * and the iterators are no promises.
 */
export const level: LibraryEntry = {
  library: 'level',
  checked: ['10'],
  packages: ['abstract-level', 'classic-level', 'level'],
  receivers: [
    'AbstractChainedBatch',
    'AbstractIterator',
    'AbstractKeyIterator',
    'AbstractLevel',
    'AbstractResource',
    'AbstractSnapshot',
    'AbstractValueIterator',
    'ChainedBatch',
    'ClassicLevel',
    'CommonIterator',
    'Level',
  ],
  operations: {
    write: ['batch', 'clear', 'compactRange', 'del', 'destroy', 'put', 'repair', 'write'],
    read: ['all', 'approximateSize', 'get', 'getMany', 'has', 'hasMany', 'next', 'nextv'],
    connection: ['close', 'open'],
  },
  blocking: {
    calls: { 'AbstractLevel.getSync': advice('`get`', opening), 'ClassicLevel.getSync': advice('`get`', opening) },
  },
};
