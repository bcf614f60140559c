import type { BlockingCall, BlockingLibrary } from './blocking-library.js';

function advice(use: string, why: string): BlockingCall {
  return { instead: { kind: 'advice', use, why } };
}

const together = 'what is written asynchronously is committed later, with what else is written meanwhile';
const opening = 'a database that is still being opened fails at once, where the asynchronous form waits';
const otherStore = 'the store is another one';

/** Databases in the same process. lmdb's `get` and `getRange` read from memory and are left out. */
export const storeLibraries: readonly BlockingLibrary[] = [
  {
    library: 'lmdb',
    packages: ['lmdb'],
    calls: {
      'Database.clearSync': advice('`clearAsync`', together),
      'Database.dropSync': advice('`drop`', together),
      'Database.putSync': advice('`put`', together),
      'Database.removeSync': advice('`remove`', together),
      'Database.transactionSync': advice('`transaction`', together),
    },
  },
  {
    library: 'level',
    packages: ['abstract-level', 'classic-level'],
    calls: { 'AbstractLevel.getSync': advice('`get`', opening), 'ClassicLevel.getSync': advice('`get`', opening) },
  },
  {
    library: 'lowdb',
    packages: ['lowdb'],
    calls: {
      'LowSync.read': advice('`Low`', otherStore),
      'LowSync.update': advice('`Low`', otherStore),
      'LowSync.write': advice('`Low`', otherStore),
    },
  },
  { library: 'conf', packages: ['conf'], calls: writing('Conf', ['clear', 'delete', 'reset', 'set']) }, // electron-store extends it
  { library: 'configstore', packages: ['configstore'], calls: writing('Configstore', ['clear', 'delete', 'set']) },
  {
    library: 'node-localstorage',
    packages: ['node-localstorage'],
    calls: writing('LocalStorage', ['clear', 'getItem', 'removeItem', 'setItem']),
  },
  {
    library: 'realm',
    packages: ['realm'],
    calls: { 'Realm.write': { ...advice('a worker thread', 'Realm has no asynchronous form of it'), isCheap: true } },
  },
];

/** Methods that write a small file each time. */
function writing(type: string, methods: readonly string[]): BlockingLibrary['calls'] {
  return Object.fromEntries(
    methods.map(method => [
      `${type}.${method}`,
      { ...advice('a store that writes asynchronously', otherStore), isCheap: true },
    ]),
  );
}
