import { agenda } from './agenda.js';
import { algoliasearch } from './algoliasearch.js';
import { amqplib } from './amqplib.js';
import { arangojs } from './arangojs.js';
import { awsSdk } from './aws-sdk.js';
import { azureAppConfiguration } from './azure-app-configuration.js';
import { azureCosmos } from './azure-cosmos.js';
import { azureDataTables } from './azure-data-tables.js';
import { azureEventHubs } from './azure-event-hubs.js';
import { azureKeyvaultSecrets } from './azure-keyvault-secrets.js';
import { azureSearchDocuments } from './azure-search-documents.js';
import { azureServiceBus } from './azure-service-bus.js';
import { azureStorageBlob } from './azure-storage-blob.js';
import { azureStorageQueue } from './azure-storage-queue.js';
import { betterSqlite3 } from './better-sqlite3.js';
import { blockingLibraries } from './blocking/blocking-libraries.js';
import { bull } from './bull.js';
import { bullmq } from './bullmq.js';
import { cacheManager } from './cache-manager.js';
import { cassandra } from './cassandra.js';
import type { Catalogue } from './catalogue-entry.js';
import { clickhouse } from './clickhouse.js';
import { cloudflareWorkers } from './cloudflare-workers.js';
import { convex } from './convex.js';
import { couchbase } from './couchbase.js';
import { dexie } from './dexie.js';
import { drizzleOrm } from './drizzle-orm.js';
import { dynamoose } from './dynamoose.js';
import { elasticElasticsearch } from './elastic-elasticsearch.js';
import { electrodb } from './electrodb.js';
import { firebaseAdmin } from './firebase-admin.js';
import { googleCloudBigquery } from './google-cloud-bigquery.js';
import { googleCloudBigtable } from './google-cloud-bigtable.js';
import { googleCloudDatastore } from './google-cloud-datastore.js';
import { googleCloudFirestore } from './google-cloud-firestore.js';
import { googleCloudPubsub } from './google-cloud-pubsub.js';
import { googleCloudSpanner } from './google-cloud-spanner.js';
import { googleCloudStorage } from './google-cloud-storage.js';
import { idb } from './idb.js';
import { idbKeyval } from './idb-keyval.js';
import { influxdbClient } from './influxdb-client.js';
import { ioredis } from './ioredis.js';
import { kafkajs } from './kafkajs.js';
import { keyv } from './keyv.js';
import { knex } from './knex.js';
import { kysely } from './kysely.js';
import { level } from './level.js';
import { libsql } from './libsql.js';
import { libsqlNative } from './libsql-native.js';
import { lmdb } from './lmdb.js';
import { localforage } from './localforage.js';
import { loopbackRepository } from './loopback-repository.js';
import { lowdb } from './lowdb.js';
import { mariadb } from './mariadb.js';
import { meilisearch } from './meilisearch.js';
import { mikroOrm } from './mikro-orm.js';
import { mongodb } from './mongodb.js';
import { mongoose } from './mongoose.js';
import { mssql } from './mssql.js';
import { mysql2 } from './mysql2.js';
import { nano } from './nano.js';
import { nats } from './nats.js';
import { nedb } from './nedb.js';
import { neo4j } from './neo4j.js';
import { neon } from './neon.js';
import { nodeSqlite } from './node-sqlite.js';
import { objection } from './objection.js';
import { opensearch } from './opensearch.js';
import { oracledb } from './oracledb.js';
import { pg } from './pg.js';
import { pgBoss } from './pg-boss.js';
import { pgPromise } from './pg-promise.js';
import { pglite } from './pglite.js';
import { pinecone } from './pinecone.js';
import { planetscale } from './planetscale.js';
import { postgres } from './postgres.js';
import { pouchdb } from './pouchdb.js';
import { prisma } from './prisma.js';
import { qdrant } from './qdrant.js';
import { redis } from './redis.js';
import { routes } from './routes.js';
import { sequelize } from './sequelize.js';
import { sinkMembers, sinks } from './sinks.js';
import { slonik } from './slonik.js';
import { sqlite } from './sqlite.js';
import { supabase } from './supabase.js';
import { surrealdb } from './surrealdb.js';
import { typeorm } from './typeorm.js';
import { typesense } from './typesense.js';
import { undisturbed } from './blocking/undisturbed.js';
import { unstorage } from './unstorage.js';
import { upstashRedis } from './upstash-redis.js';

/** Everything the product knows. To add a library: write its file beside this one, and list it here. */
export const catalogue: Catalogue = {
  libraries: [
    agenda,
    algoliasearch,
    amqplib,
    arangojs,
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
    betterSqlite3,
    bull,
    bullmq,
    cacheManager,
    cassandra,
    clickhouse,
    cloudflareWorkers,
    convex,
    couchbase,
    dexie,
    drizzleOrm,
    dynamoose,
    elasticElasticsearch,
    electrodb,
    firebaseAdmin,
    googleCloudBigquery,
    googleCloudBigtable,
    googleCloudDatastore,
    googleCloudFirestore,
    googleCloudPubsub,
    googleCloudSpanner,
    googleCloudStorage,
    idb,
    idbKeyval,
    influxdbClient,
    ioredis,
    kafkajs,
    keyv,
    knex,
    kysely,
    level,
    libsql,
    libsqlNative,
    lmdb,
    localforage,
    loopbackRepository,
    lowdb,
    mariadb,
    meilisearch,
    mikroOrm,
    mongodb,
    mongoose,
    mssql,
    mysql2,
    nano,
    nats,
    nedb,
    neo4j,
    neon,
    nodeSqlite,
    objection,
    opensearch,
    oracledb,
    pg,
    pgBoss,
    pglite,
    pgPromise,
    pinecone,
    planetscale,
    postgres,
    pouchdb,
    prisma,
    qdrant,
    redis,
    sequelize,
    slonik,
    sqlite,
    supabase,
    surrealdb,
    typeorm,
    typesense,
    unstorage,
    upstashRedis,
  ],
  sinks,
  sinkMembers,
  routes,
  blocking: blockingLibraries,
  undisturbed,
};
