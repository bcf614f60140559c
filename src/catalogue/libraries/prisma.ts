import type { LibraryEntry } from '../library-entry.js';

/**
 * Prisma, checked against clients that 7.10 generates. The `prisma-client-js` generator writes into `.prisma/client`,
 * `prisma-client` into the project itself, where only the names of types and what they give tell its calls. A query is a
 * promise that runs only when it is awaited, or by `$transaction([…])`; `$transaction`, `$connect` and `$disconnect` run at
 * once.
 */
export const prisma: LibraryEntry = {
  library: '@prisma/client',
  checked: ['7.10'],
  packages: ['@prisma/client', '.prisma'],
  receivers: 'all',
  generated: { receivers: ['PrismaClient', 'Prisma__*Client', '*Delegate'], results: ['PrismaPromise'] },
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
  batch: '$transaction',
  held: {
    statements: ['$executeRaw', '$executeRawUnsafe', '$queryRaw', '$queryRawUnsafe'],
    pools: ['PrismaClient'],
    types: ['TransactionClient'],
  },
};
