import type { LibraryEntry } from '../library-entry.js';

/**
 * Cloudflare's D1, KV, R2, queues and Durable Objects, checked against the declarations of 5.2026. `wrangler types`
 * writes the same declarations into the project instead. A statement runs at `run`, `all`, `first` or `raw`. A Durable
 * Object holds back its answers until its writes are stored, so correct code need not wait for them; its SQL is
 * synchronous.
 */
export const cloudflareWorkers: LibraryEntry = {
  library: '@cloudflare/workers-types',
  checked: ['5.2026'],
  packages: ['@cloudflare/workers-types'],
  receivers: [
    'D1Database',
    'D1DatabaseSession',
    'D1PreparedStatement',
    'DurableObjectStorage',
    'DurableObjectTransaction',
    'KVNamespace',
    'Queue',
    'R2Bucket',
    'R2MultipartUpload',
    'Vectorize',
    'VectorizeIndex',
  ],
  generated: {
    receivers: [
      'D1Database',
      'D1DatabaseSession',
      'D1PreparedStatement',
      'KVNamespace',
      'R2Bucket',
      'R2MultipartUpload',
    ],
    results: ['Promise'],
  },
  operations: {
    write: [
      'batch',
      'complete',
      'createMultipartUpload',
      'delete',
      'deleteByIds',
      'exec',
      'insert',
      'onNextSessionRestoreBookmark',
      'put',
      'R2MultipartUpload.abort',
      'run',
      'send',
      'sendBatch',
      'uploadPart',
      'upsert',
    ],
    read: [
      'all',
      'describe',
      'dump',
      'first',
      'get',
      'getAlarm',
      'getBookmarkForTime',
      'getByIds',
      'getCurrentBookmark',
      'getWithMetadata',
      'head',
      'list',
      'metrics',
      'query',
      'queryById',
      'raw',
    ],
    transaction: ['sync', 'transaction'],
  },
  unawaited: [
    'DurableObjectStorage.delete',
    'DurableObjectStorage.deleteAlarm',
    'DurableObjectStorage.deleteAll',
    'DurableObjectStorage.put',
    'DurableObjectStorage.setAlarm',
    'DurableObjectTransaction.delete',
    'DurableObjectTransaction.deleteAlarm',
    'DurableObjectTransaction.put',
    'DurableObjectTransaction.setAlarm',
  ],
  expiry: {
    writes: { put: 'named' },
    names: ['expiration', 'expirationttl'],
    reads: ['get', 'getWithMetadata'],
  },
};
