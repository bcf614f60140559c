import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * ElectroDB, checked against the declarations of 3.9. `put`, `update` and the like are no promises, and only `go` sends
 * them. What `go` does depends on what it ends; most that nobody waits for write.
 */
export const electrodb: CatalogueEntry = {
  library: 'electrodb',
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
  execution: 'eager',
  operations: {
    write: ['commit', 'go'],
    read: [],
    transaction: [],
    connection: [],
  },
  unawaited: [],
};
