import { atomics } from './atomics.js';
import { betterSqlite3, libsqlNative } from './better-sqlite3.js';
import type { BlockingLibrary } from './blocking-library.js';
import { drizzleOrm } from './drizzle-orm.js';
import { nodeChildProcess } from './node-child-process.js';
import { nodeCrypto } from './node-crypto.js';
import { nodeFs } from './node-fs.js';
import { nodeSqlite } from './node-sqlite.js';
import { nodeZlib } from './node-zlib.js';

/** Every library with functions that block. To add one: write its file beside this one, and list it here. */
export const blockingLibraries: readonly BlockingLibrary[] = [
  atomics,
  betterSqlite3,
  drizzleOrm,
  libsqlNative,
  nodeChildProcess,
  nodeCrypto,
  nodeFs,
  nodeSqlite,
  nodeZlib,
];
