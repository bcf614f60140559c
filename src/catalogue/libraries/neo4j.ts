import type { LibraryEntry } from '../library-entry.js';

/**
 * Neo4j, checked against the declarations of neo4j-driver-core 6.3. `run` gives a result that has begun to run and is
 * no `Promise`, but can be awaited. A transaction can be used before `beginTransaction` resolves. A result that is
 * subscribed to needs no `await`.
 */
export const neo4j: LibraryEntry = {
  library: 'neo4j-driver',
  checked: ['neo4j-driver-core@6.3'],
  packages: ['neo4j-driver', 'neo4j-driver-core'],
  receivers: ['Driver', 'ManagedTransaction', 'QueryRunner', 'Session', 'Transaction'],
  operations: {
    write: ['executeQuery', 'run'],
    read: [
      'getNegotiatedProtocolVersion',
      'getServerInfo',
      'supportsMultiDb',
      'verifyAuthentication',
      'verifyConnectivity',
    ],
    transaction: [
      'beginTransaction',
      'commit',
      'executeRead',
      'executeWrite',
      'readTransaction',
      'rollback',
      'writeTransaction',
    ],
    connection: ['close'],
  },
  held: {
    taken: ['beginTransaction', 'session'],
    types: ['ManagedTransaction', 'Session', 'Transaction'],
  },
};
