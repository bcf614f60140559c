import type { LibraryEntry } from '../library-entry.js';

/**
 * Bigtable, checked against the declarations of 6.5. The overloads with a callback give `void`; `createReadStream` is
 * no promise.
 */
export const googleCloudBigtable: LibraryEntry = {
  library: '@google-cloud/bigtable',
  checked: ['6.5'],
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
    connection: ['close'],
  },
};
