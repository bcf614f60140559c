import type { LibraryEntry } from '../library-entry.js';

/**
 * LoopBack repositories, checked against the declarations of 8.0.
 */
export const loopbackRepository: LibraryEntry = {
  library: '@loopback/repository',
  checked: ['8.0'],
  packages: ['@loopback/repository'],
  receivers: [
    'CrudConnector',
    'CrudRepository',
    'CrudRepositoryImpl',
    'DefaultCrudRepository',
    'DefaultHasManyRepository',
    'DefaultHasManyThroughRepository',
    'DefaultHasOneRepository',
    'DefaultKeyValueRepository',
    'DefaultTransactionalRepository',
    'EntityCrudRepository',
    'ExecutableRepository',
    'HasManyRepository',
    'HasManyThroughRepository',
    'HasOneRepository',
    'KeyValueRepository',
    'KVConnector',
    'Transaction',
    'TransactionalRepository',
  ],
  operations: {
    write: [
      'create',
      'createAll',
      'delete',
      'deleteAll',
      'deleteById',
      'execute',
      'expire',
      'link',
      'migrateSchema',
      'patch',
      'replaceById',
      'save',
      'set',
      'unlink',
      'unlinkAll',
      'update',
      'updateAll',
      'updateById',
    ],
    read: ['count', 'exists', 'find', 'findById', 'findOne', 'get', 'ttl'],
    transaction: ['beginTransaction', 'commit', 'rollback'],
  },
};
