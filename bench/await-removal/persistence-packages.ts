/**
 * Packages whose declarations make a call a persistence call, for this measure alone: it must not ask the catalogue that it
 * is to judge. A type is often declared elsewhere than in the package that is imported, so the list has both.
 */
export const persistencePackages: ReadonlySet<string> = new Set([
  // relational drivers
  'pg', 'pg-pool', 'pg-promise', 'postgres', 'slonik', '@slonik/types', '@neondatabase/serverless', '@vercel/postgres', '@electric-sql/pglite',
  'mysql', 'mysql2', 'mariadb', 'mssql', 'tedious', 'oracledb', '@planetscale/database', 'sqlite', 'sqlite3', '@libsql/client', '@libsql/core',
  // relational mappers and query builders
  'typeorm', 'knex', 'objection', 'bookshelf', 'kysely', 'sequelize', 'sequelize-typescript', 'drizzle-orm', '.prisma', '@prisma/client',
  '@mikro-orm/core', '@mikro-orm/knex', '@mikro-orm/sql', '@mikro-orm/postgresql', '@mikro-orm/mysql', '@mikro-orm/mariadb',
  '@mikro-orm/sqlite', '@mikro-orm/better-sqlite', '@mikro-orm/libsql', '@mikro-orm/mssql', '@mikro-orm/mongodb', '@loopback/repository',
  // documents and graphs
  'mongodb', 'mongoose', '@typegoose/typegoose', 'couchbase', 'nano', 'pouchdb', 'pouchdb-core', 'arangojs', 'surrealdb', 'neo4j-driver',
  'neo4j-driver-core', '@seald-io/nedb', 'nedb', 'rxdb', 'fauna', 'faunadb',
  // key-value
  'redis', '@redis/client', 'ioredis', '@upstash/redis', '@vercel/kv', 'keyv', 'cache-manager', 'unstorage', 'lmdb', 'level', 'abstract-level', 'classic-level',
  'lowdb', 'memcached', 'memjs',
  // clouds
  '@azure/cosmos', '@azure/data-tables', '@azure/storage-blob', '@azure/storage-queue', '@aws-sdk/client-dynamodb', '@aws-sdk/lib-dynamodb',
  '@aws-sdk/client-s3', '@aws-sdk/lib-storage', '@aws-sdk/client-sqs', 'dynamoose', 'electrodb', '@typedorm/core', '@google-cloud/firestore',
  '@google-cloud/datastore', '@google-cloud/spanner', '@google-cloud/bigtable', '@google-cloud/bigquery', '@google-cloud/storage',
  '@google-cloud/pubsub', 'firebase-admin', '@firebase/firestore', '@firebase/database', '@firebase/database-types', '@supabase/supabase-js',
  '@supabase/postgrest-js', '@supabase/storage-js', '@cloudflare/workers-types', 'convex', 'minio',
  // columns, time series, search
  'cassandra-driver', '@clickhouse/client', '@clickhouse/client-common', '@influxdata/influxdb-client', '@elastic/elasticsearch',
  '@elastic/transport', '@opensearch-project/opensearch', 'meilisearch', 'typesense', 'algoliasearch', '@azure/search-documents',
  '@qdrant/js-client-rest', '@pinecone-database/pinecone', 'weaviate-client', 'chromadb',
  // queues
  'bull', 'bullmq', 'bee-queue', 'agenda', '@hokify/agenda', 'pg-boss', 'graphile-worker', 'kafkajs', 'amqplib', 'nats', '@azure/service-bus', '@azure/event-hubs',
  // browsers
  'idb', 'idb-keyval', 'dexie', 'localforage',
]);

/** Names of a project's own types whose methods are persistence calls. */
export const repositoryName = /(?:Repository|Repo|Dao|DAO)$/;

/** The interface that every Prisma client's promises have, also of a client that is generated into the project. */
export const prismaPromise = 'PrismaPromise';

/** Methods that open, close or run something rather than write or read. Not awaiting them is another question, and they are not counted. */
export const controlCalls: ReadonlySet<string> = new Set([
  '$connect', '$disconnect', 'authenticate', 'cancel', 'close', 'closeAll', 'connect', 'consume', 'disconnect', 'dispose', 'drain', 'end', 'forceClose',
  'initialize', 'isReady', 'listen', 'open', 'pause', 'ping', 'process', 'psubscribe', 'punsubscribe', 'quit', 'resume', 'shutdown', 'ssubscribe', 'start', 'stop', 'subscribe', 'sunsubscribe', 'terminate', 'unsubscribe', 'waitUntilReady',
  'watch',
]);

/** More of them, which are such calls only in these packages. In others they run a query or delete a row. */
export const controlCallsIn: ReadonlyMap<string, readonly string[]> = new Map([
  ['run', ['bullmq', 'kafkajs']],
  ['destroy', ['knex', 'kysely', 'typeorm']],
]);
