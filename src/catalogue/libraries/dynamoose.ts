import type { LibraryEntry } from '../library-entry.js';

/**
 * Dynamoose, checked against the declarations of 2.8, 3.3 and 4.2. Queries and scans are no promises, and only `exec` sends them.
 */
export const dynamoose: LibraryEntry = {
  library: 'dynamoose',
  checked: ['2.8', '3.3', '4.2'],
  packages: ['dynamoose'],
  receivers: ['Item', 'ItemRetriever', 'Model', 'ModelType', 'Query', 'Retriever', 'Scan', 'Table'],
  operations: {
    write: ['batchDelete', 'batchPut', 'create', 'delete', 'initialize', 'save', 'update'],
    read: ['batchGet', 'exec', 'get', 'populate', 'serializeMany'],
  },
};
