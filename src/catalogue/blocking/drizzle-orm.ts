import type { BlockingCall, BlockingLibrary } from './blocking-library.js';
import { sqliteAdvice } from './sqlite-advice.js';

/** The databases of the synchronous drivers. */
const databases = ['BetterSQLite3Database', 'BunSQLiteDatabase', 'SQLJsDatabase'];

/** The same methods of an asynchronous driver give something to wait for. */
const ofSyncDriver: BlockingCall = {
  ...sqliteAdvice,
  instead: {
    kind: 'advice',
    use: 'a worker thread, or an asynchronous driver such as `drizzle-orm/libsql`',
    why: 'the driver has no asynchronous form of it: move the query to a worker thread',
  },
  blocksIf: 'noPromiseGiven',
  blocksOn: databases,
};

const terminals = ['all', 'get', 'run', 'values'];
const queries = [
  'BaseSQLiteDatabase',
  'SQLiteDeleteBase',
  'SQLiteInsertBase',
  'SQLitePreparedQuery',
  'SQLiteSelectBase',
  'SQLiteSession',
  'SQLiteUpdateBase',
];

/**
 * Drizzle over a synchronous driver, checked against the declarations of 0.45. A query is built at once, and runs with its
 * last call. Drivers of telephones and of objects that have a database to themselves are left out: nobody else waits there.
 */
export const drizzleOrm: BlockingLibrary = {
  library: 'drizzle-orm',
  packages: ['drizzle-orm'],
  modules: ['drizzle-orm/better-sqlite3', 'drizzle-orm/bun-sqlite', 'drizzle-orm/sql-js'],
  calls: {
    ...Object.fromEntries(queries.flatMap(type => terminals.map(method => [`${type}.${method}`, ofSyncDriver]))),
    'BaseSQLiteDatabase.transaction': ofSyncDriver,
    'SQLiteSyncRelationalQuery.sync': ofSyncDriver,
  },
  transactions: [{ call: 'BaseSQLiteDatabase.transaction', on: databases }],
};
