import { atomics } from './atomics.js';
import { betterSqlite3, libsqlNative } from './better-sqlite3.js';
import type { BlockingLibrary } from './blocking-library.js';
import { buildLibraries } from './build-libraries.js';
import { bunSqlite } from './bun-sqlite.js';
import { drizzleOrm } from './drizzle-orm.js';
import { fileLibraries, fsExtra, jsonfile } from './file-libraries.js';
import { nodeChildProcess } from './node-child-process.js';
import { nodeCrypto } from './node-crypto.js';
import { nodeFs } from './node-fs.js';
import { nodeSqlite } from './node-sqlite.js';
import { nodeSqlite3Wasm } from './node-sqlite3-wasm.js';
import { nodeZlib } from './node-zlib.js';
import { passwordLibraries } from './password-libraries.js';
import { processLibraries } from './process-libraries.js';
import { storeLibraries } from './store-libraries.js';

/** Every library with functions that block. To add one: write its file beside this one, and list it here. */
export const blockingLibraries: readonly BlockingLibrary[] = [
  atomics,
  betterSqlite3,
  ...buildLibraries,
  bunSqlite,
  drizzleOrm,
  ...fileLibraries,
  fsExtra,
  jsonfile,
  libsqlNative,
  nodeChildProcess,
  nodeCrypto,
  nodeFs,
  nodeSqlite,
  nodeSqlite3Wasm,
  nodeZlib,
  ...passwordLibraries,
  ...processLibraries,
  ...storeLibraries,
];
