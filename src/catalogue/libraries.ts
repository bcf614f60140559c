import { admZip } from './libraries/adm-zip.js';
import { agenda } from './libraries/agenda.js';
import { algoliasearch } from './libraries/algoliasearch.js';
import { amqplib } from './libraries/amqplib.js';
import { arangojs } from './libraries/arangojs.js';
import { atomics } from './libraries/atomics.js';
import { ava } from './libraries/ava.js';
import { awsSdk } from './libraries/aws-sdk.js';
import { azureAppConfiguration } from './libraries/azure-app-configuration.js';
import { azureCosmos } from './libraries/azure-cosmos.js';
import { azureDataTables } from './libraries/azure-data-tables.js';
import { azureEventHubs } from './libraries/azure-event-hubs.js';
import { azureKeyvaultSecrets } from './libraries/azure-keyvault-secrets.js';
import { azureSearchDocuments } from './libraries/azure-search-documents.js';
import { azureServiceBus } from './libraries/azure-service-bus.js';
import { azureStorageBlob } from './libraries/azure-storage-blob.js';
import { azureStorageQueue } from './libraries/azure-storage-queue.js';
import { babelCore } from './libraries/babel-core.js';
import { bcryptTs } from './libraries/bcrypt-ts.js';
import { bcrypt } from './libraries/bcrypt.js';
import { bcryptjs } from './libraries/bcryptjs.js';
import { betterSqlite3 } from './libraries/better-sqlite3.js';
import { bull } from './libraries/bull.js';
import { bullmq } from './libraries/bullmq.js';
import { bunSqlite } from './libraries/bun-sqlite.js';
import { cac } from './libraries/cac.js';
import { cacheManager } from './libraries/cache-manager.js';
import { cassandra } from './libraries/cassandra.js';
import { clickhouse } from './libraries/clickhouse.js';
import { clipanion } from './libraries/clipanion.js';
import { cloudflareWorkers } from './libraries/cloudflare-workers.js';
import { commander } from './libraries/commander.js';
import { conf } from './libraries/conf.js';
import { configstore } from './libraries/configstore.js';
import { convex } from './libraries/convex.js';
import { cosmiconfig } from './libraries/cosmiconfig.js';
import { couchbase } from './libraries/couchbase.js';
import { crossSpawn } from './libraries/cross-spawn.js';
import { deasync } from './libraries/deasync.js';
import { deleteFiles } from './libraries/del.js';
import { dexie } from './libraries/dexie.js';
import { drizzleOrm } from './libraries/drizzle-orm.js';
import { dynamoose } from './libraries/dynamoose.js';
import { elasticElasticsearch } from './libraries/elastic-elasticsearch.js';
import { electrodb } from './libraries/electrodb.js';
import { esbuild } from './libraries/esbuild.js';
import { execa } from './libraries/execa.js';
import { express } from './libraries/express.js';
import { fastGlob } from './libraries/fast-glob.js';
import { fastify } from './libraries/fastify.js';
import { firebaseAdmin } from './libraries/firebase-admin.js';
import { fsExtra } from './libraries/fs-extra.js';
import { glob } from './libraries/glob.js';
import { globby } from './libraries/globby.js';
import { googleCloudBigquery } from './libraries/google-cloud-bigquery.js';
import { googleCloudBigtable } from './libraries/google-cloud-bigtable.js';
import { googleCloudDatastore } from './libraries/google-cloud-datastore.js';
import { googleCloudFirestore } from './libraries/google-cloud-firestore.js';
import { googleCloudPubsub } from './libraries/google-cloud-pubsub.js';
import { googleCloudSpanner } from './libraries/google-cloud-spanner.js';
import { googleCloudStorage } from './libraries/google-cloud-storage.js';
import { hono } from './libraries/hono.js';
import { idbKeyval } from './libraries/idb-keyval.js';
import { idb } from './libraries/idb.js';
import { influxdbClient } from './libraries/influxdb-client.js';
import { ioredis } from './libraries/ioredis.js';
import { jasmine } from './libraries/jasmine.js';
import { javascript } from './libraries/javascript.js';
import { jest } from './libraries/jest.js';
import { jsonfile } from './libraries/jsonfile.js';
import { jsonwebtoken } from './libraries/jsonwebtoken.js';
import { kafkajs } from './libraries/kafkajs.js';
import { keyv } from './libraries/keyv.js';
import { knex } from './libraries/knex.js';
import { koa } from './libraries/koa.js';
import { kysely } from './libraries/kysely.js';
import { level } from './libraries/level.js';
import { libsqlNative } from './libraries/libsql-native.js';
import { libsql } from './libraries/libsql.js';
import { lmdb } from './libraries/lmdb.js';
import { localforage } from './libraries/localforage.js';
import { loopbackRepository } from './libraries/loopback-repository.js';
import { lowdb } from './libraries/lowdb.js';
import { makeDir } from './libraries/make-dir.js';
import { mariadb } from './libraries/mariadb.js';
import { meilisearch } from './libraries/meilisearch.js';
import { mikroOrmMigrations } from './libraries/mikro-orm-migrations.js';
import { mikroOrm } from './libraries/mikro-orm.js';
import { mkdirp } from './libraries/mkdirp.js';
import { mocha } from './libraries/mocha.js';
import { mongodb } from './libraries/mongodb.js';
import { mongoose } from './libraries/mongoose.js';
import { mssql } from './libraries/mssql.js';
import { mysql2 } from './libraries/mysql2.js';
import { nano } from './libraries/nano.js';
import { nats } from './libraries/nats.js';
import { nedb } from './libraries/nedb.js';
import { neo4j } from './libraries/neo4j.js';
import { neon } from './libraries/neon.js';
import { nestCommander } from './libraries/nest-commander.js';
import { nestjsCommon } from './libraries/nestjs-common.js';
import { nodeChildProcess } from './libraries/node-child-process.js';
import { nodeConsole } from './libraries/node-console.js';
import { nodeCrypto } from './libraries/node-crypto.js';
import { nodeEvents } from './libraries/node-events.js';
import { nodeFs } from './libraries/node-fs.js';
import { nodeHttp } from './libraries/node-http.js';
import { nodeLocalstorage } from './libraries/node-localstorage.js';
import { nodeRsArgon2 } from './libraries/node-rs-argon2.js';
import { nodeRsBcrypt } from './libraries/node-rs-bcrypt.js';
import { nodeSqlite } from './libraries/node-sqlite.js';
import { nodeSqlite3Wasm } from './libraries/node-sqlite3-wasm.js';
import { nodeTest } from './libraries/node-test.js';
import { nodeTimers } from './libraries/node-timers.js';
import { nodeWeb } from './libraries/node-web.js';
import { nodeZlib } from './libraries/node-zlib.js';
import { objection } from './libraries/objection.js';
import { oclif } from './libraries/oclif.js';
import { opensearch } from './libraries/opensearch.js';
import { oracledb } from './libraries/oracledb.js';
import { pgBoss } from './libraries/pg-boss.js';
import { pgPromise } from './libraries/pg-promise.js';
import { pg } from './libraries/pg.js';
import { pglite } from './libraries/pglite.js';
import { pinecone } from './libraries/pinecone.js';
import { pino } from './libraries/pino.js';
import { planetscale } from './libraries/planetscale.js';
import { playwright } from './libraries/playwright.js';
import { postgres } from './libraries/postgres.js';
import { pouchdb } from './libraries/pouchdb.js';
import { prisma } from './libraries/prisma.js';
import { properLockfile } from './libraries/proper-lockfile.js';
import { qdrant } from './libraries/qdrant.js';
import { readlineSync } from './libraries/readline-sync.js';
import { realm } from './libraries/realm.js';
import { redis } from './libraries/redis.js';
import { rimraf } from './libraries/rimraf.js';
import { routingControllers } from './libraries/routing-controllers.js';
import { sass } from './libraries/sass.js';
import { sequelize } from './libraries/sequelize.js';
import { shelljs } from './libraries/shelljs.js';
import { slonik } from './libraries/slonik.js';
import { snappy } from './libraries/snappy.js';
import { sqlite } from './libraries/sqlite.js';
import { supabase } from './libraries/supabase.js';
import { surrealdb } from './libraries/surrealdb.js';
import { syncFetch } from './libraries/sync-fetch.js';
import { syncRequest } from './libraries/sync-request.js';
import { tap } from './libraries/tap.js';
import { tmp } from './libraries/tmp.js';
import { typeorm } from './libraries/typeorm.js';
import { typesense } from './libraries/typesense.js';
import { unstorage } from './libraries/unstorage.js';
import { upstashRedis } from './libraries/upstash-redis.js';
import { uvu } from './libraries/uvu.js';
import { vitest } from './libraries/vitest.js';
import { web } from './libraries/web.js';
import { winston } from './libraries/winston.js';
import { writeFileAtomic } from './libraries/write-file-atomic.js';
import { xlsx } from './libraries/xlsx.js';
import { yargs } from './libraries/yargs.js';
import type { LibraryEntry } from './library-entry.js';

/** All entries; made by `npm run generate` of the files in `libraries`. */
export const libraries: readonly LibraryEntry[] = [
  admZip,
  agenda,
  algoliasearch,
  amqplib,
  arangojs,
  atomics,
  ava,
  awsSdk,
  azureAppConfiguration,
  azureCosmos,
  azureDataTables,
  azureEventHubs,
  azureKeyvaultSecrets,
  azureSearchDocuments,
  azureServiceBus,
  azureStorageBlob,
  azureStorageQueue,
  babelCore,
  bcryptTs,
  bcrypt,
  bcryptjs,
  betterSqlite3,
  bull,
  bullmq,
  bunSqlite,
  cac,
  cacheManager,
  cassandra,
  clickhouse,
  clipanion,
  cloudflareWorkers,
  commander,
  conf,
  configstore,
  convex,
  cosmiconfig,
  couchbase,
  crossSpawn,
  deasync,
  deleteFiles,
  dexie,
  drizzleOrm,
  dynamoose,
  elasticElasticsearch,
  electrodb,
  esbuild,
  execa,
  express,
  fastGlob,
  fastify,
  firebaseAdmin,
  fsExtra,
  glob,
  globby,
  googleCloudBigquery,
  googleCloudBigtable,
  googleCloudDatastore,
  googleCloudFirestore,
  googleCloudPubsub,
  googleCloudSpanner,
  googleCloudStorage,
  hono,
  idbKeyval,
  idb,
  influxdbClient,
  ioredis,
  jasmine,
  javascript,
  jest,
  jsonfile,
  jsonwebtoken,
  kafkajs,
  keyv,
  knex,
  koa,
  kysely,
  level,
  libsqlNative,
  libsql,
  lmdb,
  localforage,
  loopbackRepository,
  lowdb,
  makeDir,
  mariadb,
  meilisearch,
  mikroOrmMigrations,
  mikroOrm,
  mkdirp,
  mocha,
  mongodb,
  mongoose,
  mssql,
  mysql2,
  nano,
  nats,
  nedb,
  neo4j,
  neon,
  nestCommander,
  nestjsCommon,
  nodeChildProcess,
  nodeConsole,
  nodeCrypto,
  nodeEvents,
  nodeFs,
  nodeHttp,
  nodeLocalstorage,
  nodeRsArgon2,
  nodeRsBcrypt,
  nodeSqlite,
  nodeSqlite3Wasm,
  nodeTest,
  nodeTimers,
  nodeWeb,
  nodeZlib,
  objection,
  oclif,
  opensearch,
  oracledb,
  pgBoss,
  pgPromise,
  pg,
  pglite,
  pinecone,
  pino,
  planetscale,
  playwright,
  postgres,
  pouchdb,
  prisma,
  properLockfile,
  qdrant,
  readlineSync,
  realm,
  redis,
  rimraf,
  routingControllers,
  sass,
  sequelize,
  shelljs,
  slonik,
  snappy,
  sqlite,
  supabase,
  surrealdb,
  syncFetch,
  syncRequest,
  tap,
  tmp,
  typeorm,
  typesense,
  unstorage,
  upstashRedis,
  uvu,
  vitest,
  web,
  winston,
  writeFileAtomic,
  xlsx,
  yargs,
];
