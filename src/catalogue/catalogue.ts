import { awsSdk } from './aws-sdk.js';
import { azureCosmos } from './azure-cosmos.js';
import { azureDataTables } from './azure-data-tables.js';
import { azureStorageBlob } from './azure-storage-blob.js';
import { betterSqlite3 } from './better-sqlite3.js';
import { bullmq } from './bullmq.js';
import { cacheManager } from './cache-manager.js';
import { cassandra } from './cassandra.js';
import type { Catalogue } from './catalogue-entry.js';
import { clickhouse } from './clickhouse.js';
import { convex } from './convex.js';
import { couchbase } from './couchbase.js';
import { drizzleOrm } from './drizzle-orm.js';
import { dynamoose } from './dynamoose.js';
import { elasticElasticsearch } from './elastic-elasticsearch.js';
import { electrodb } from './electrodb.js';
import { firebaseAdmin } from './firebase-admin.js';
import { googleCloudBigtable } from './google-cloud-bigtable.js';
import { googleCloudDatastore } from './google-cloud-datastore.js';
import { googleCloudFirestore } from './google-cloud-firestore.js';
import { googleCloudSpanner } from './google-cloud-spanner.js';
import { ioredis } from './ioredis.js';
import { kafkajs } from './kafkajs.js';
import { keyv } from './keyv.js';
import { knex } from './knex.js';
import { kysely } from './kysely.js';
import { level } from './level.js';
import { libsql } from './libsql.js';
import { libsqlNative } from './libsql-native.js';
import { lmdb } from './lmdb.js';
import { loopbackRepository } from './loopback-repository.js';
import { mariadb } from './mariadb.js';
import { mikroOrm } from './mikro-orm.js';
import { mongodb } from './mongodb.js';
import { mongoose } from './mongoose.js';
import { mssql } from './mssql.js';
import { mysql2 } from './mysql2.js';
import { neo4j } from './neo4j.js';
import { neon } from './neon.js';
import { nodeSqlite } from './node-sqlite.js';
import { objection } from './objection.js';
import { opensearch } from './opensearch.js';
import { oracledb } from './oracledb.js';
import { pg } from './pg.js';
import { pgPromise } from './pg-promise.js';
import { pglite } from './pglite.js';
import { planetscale } from './planetscale.js';
import { postgres } from './postgres.js';
import { prisma } from './prisma.js';
import { redis } from './redis.js';
import { routes } from './routes.js';
import { sequelize } from './sequelize.js';
import { sinks } from './sinks.js';
import { slonik } from './slonik.js';
import { sqlite } from './sqlite.js';
import { supabase } from './supabase.js';
import { surrealdb } from './surrealdb.js';
import { typeorm } from './typeorm.js';
import { unstorage } from './unstorage.js';
import { upstashRedis } from './upstash-redis.js';

/** Everything the product knows. To add a library: write its file beside this one, and list it here. */
export const catalogue: Catalogue = {
  libraries: [
    awsSdk,
    azureCosmos,
    azureDataTables,
    azureStorageBlob,
    betterSqlite3,
    bullmq,
    cacheManager,
    cassandra,
    clickhouse,
    convex,
    couchbase,
    drizzleOrm,
    dynamoose,
    elasticElasticsearch,
    electrodb,
    firebaseAdmin,
    googleCloudBigtable,
    googleCloudDatastore,
    googleCloudFirestore,
    googleCloudSpanner,
    ioredis,
    kafkajs,
    keyv,
    knex,
    kysely,
    level,
    libsql,
    libsqlNative,
    lmdb,
    loopbackRepository,
    mariadb,
    mikroOrm,
    mongodb,
    mongoose,
    mssql,
    mysql2,
    neo4j,
    neon,
    nodeSqlite,
    objection,
    opensearch,
    oracledb,
    pg,
    pglite,
    pgPromise,
    planetscale,
    postgres,
    prisma,
    redis,
    sequelize,
    slonik,
    sqlite,
    supabase,
    surrealdb,
    typeorm,
    unstorage,
    upstashRedis,
  ],
  sinks,
  routes,
};
