import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * Level, checked against the declarations of level 10, which come from abstract-level and classic-level. `batch`
 * without arguments gives a chained batch, whose `put` and `del` are synchronous until `write`. `getSync`, `sublevel`
 * and the iterators are no promises.
 */
export const level: CatalogueEntry = {
  library: 'level',
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
  execution: 'eager',
  operations: {
    write: ['batch', 'clear', 'compactRange', 'del', 'destroy', 'put', 'repair', 'write'],
    read: ['all', 'approximateSize', 'get', 'getMany', 'has', 'hasMany', 'next', 'nextv'],
    transaction: [],
    connection: ['close', 'open'],
  },
  unawaited: [],
};
