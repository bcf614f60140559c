import type { LibraryEntry } from '../library-entry.js';

/**
 * ElectroDB, checked against the declarations of 3.9. `put`, `update` and the like are no promises, and only `go` sends
 * them.
 */
export const electrodb: LibraryEntry = {
  library: 'electrodb',
  checked: ['3.9'],
  packages: ['electrodb'],
  receivers: [
    'BatchGetGo',
    'BatchGetRecordOperationOptions',
    'BatchWriteGo',
    'BatchWriteOperationOptions',
    'BatchWriteRecordOperationOptions',
    'DeleteRecordOperationGo',
    'DeleteRecordOperationOptions',
    'GetRecordOperationGo',
    'PutRecordGo',
    'PutRecordOperationOptions',
    'QueryBranches',
    'QueryOperationGo',
    'QueryRecordOperationGo',
    'RecordsActionOptions',
    'ScanOperationGo',
    'ServiceQueryGo',
    'SetRecordActionOptions',
    'SingleRecordOperationOptions',
    'TransactWriteOptions',
    'UpdateRecordGo',
    'UpsertRecordOperationOptions',
    'WriteTransactionOperation',
  ],
  operations: {
    write: ['commit', 'create', 'delete', 'patch', 'put', 'remove', 'update', 'upsert'],
    read: ['find', 'get', 'match', 'query', 'scan'],
  },
};
