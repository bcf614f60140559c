import type { LibraryEntry } from '../library-entry.js';

/**
 * BigQuery, checked against the declarations of 8.3. `create`, `get`, `exists` and the like come from `ServiceObject` of
 * `@google-cloud/common`. The overloads with a callback give `void`; streams are no promises.
 */
export const googleCloudBigquery: LibraryEntry = {
  library: '@google-cloud/bigquery',
  checked: ['8.3'],
  packages: ['@google-cloud/bigquery', '@google-cloud/common'],
  receivers: ['BigQuery', 'Dataset', 'Job', 'Model', 'Routine', 'Table'],
  operations: {
    write: [
      'cancel',
      'copy',
      'copyFrom',
      'create',
      'createCopyFromJob',
      'createCopyJob',
      'createDataset',
      'createExtractJob',
      'createJob',
      'createLoadJob',
      'createRoutine',
      'createTable',
      'delete',
      'extract',
      'insert',
      'load',
      'setIamPolicy',
      'setMetadata',
    ],
    read: [
      'createQueryJob',
      'exists',
      'get',
      'getDatasets',
      'getIamPolicy',
      'getJobs',
      'getMetadata',
      'getModels',
      'getQueryResults',
      'getRoutines',
      'getRows',
      'getTables',
      'query',
      'testIamPermissions',
    ],
  },
};
