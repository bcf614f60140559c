import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * Bigtable, checked against the declarations of 6.5. The overloads with a callback give `void`; `createReadStream` is
 * no promise.
 */
export const googleCloudBigtable: CatalogueEntry = {
  library: '@google-cloud/bigtable',
  packages: ['@google-cloud/bigtable'],
  receivers: [
    'AppProfile',
    'AuthorizedView',
    'Backup',
    'Bigtable',
    'Cluster',
    'Family',
    'Instance',
    'Row',
    'Table',
    'TabularApiSurface',
  ],
  execution: 'eager',
  operations: {
    write: [
      'copy',
      'create',
      'createAppProfile',
      'createBackup',
      'createCluster',
      'createFamily',
      'createInstance',
      'createRules',
      'createTable',
      'delete',
      'deleteCells',
      'deleteRows',
      'executeQuery',
      'increment',
      'insert',
      'mutate',
      'restore',
      'save',
      'setIamPolicy',
      'setMetadata',
      'truncate',
    ],
    read: [
      'exists',
      'filter',
      'get',
      'getFamilies',
      'getIamPolicy',
      'getMetadata',
      'getRows',
      'getTables',
      'sampleRowKeys',
    ],
    transaction: [],
    connection: ['close'],
  },
  unawaited: [],
};
