import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * Prisma, checked against clients that 7.10 generates. The `prisma-client-js` generator writes into `.prisma/client`,
 * `prisma-client` into the project itself, where only the names of types and what they give tell its calls. A query is a
 * promise that runs only when it is awaited, or by `$transaction([…])`; `$transaction`, `$connect` and `$disconnect` run at
 * once.
 */
export const prisma: CatalogueEntry = {
  library: '@prisma/client',
  packages: ['@prisma/client', '.prisma'],
  receivers: 'all',
  generated: { receivers: /^(?:PrismaClient|Prisma__\w+Client|\w+Delegate)$/, results: ['PrismaPromise'] },
  execution: 'lazy',
  operations: {
    write: [
      '$executeRaw',
      '$executeRawUnsafe',
      '$runCommandRaw',
      'create',
      'createMany',
      'createManyAndReturn',
      'delete',
      'deleteMany',
      'update',
      'updateMany',
      'updateManyAndReturn',
      'upsert',
    ],
    read: [
      '$queryRaw',
      '$queryRawTyped',
      '$queryRawUnsafe',
      'aggregate',
      'aggregateRaw',
      'count',
      'findFirst',
      'findFirstOrThrow',
      'findMany',
      'findRaw',
      'findUnique',
      'findUniqueOrThrow',
      'groupBy',
    ],
    transaction: ['$transaction'],
    connection: ['$connect', '$disconnect'],
  },
  unawaited: [],
  batch: '$transaction',
  held: {
    taken: [],
    statements: ['$executeRaw', '$executeRawUnsafe', '$queryRaw', '$queryRawUnsafe'],
    pools: ['PrismaClient'],
    types: ['TransactionClient'],
  },
};
