import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * InfluxDB 2, checked against the declarations of 1.35. `writePoint` only fills a buffer; `flush` and `close` send it.
 */
export const influxdbClient: CatalogueEntry = {
  library: '@influxdata/influxdb-client',
  packages: ['@influxdata/influxdb-client'],
  receivers: ['QueryApi', 'WriteApi'],
  execution: 'eager',
  operations: {
    write: ['flush'],
    read: ['collectLines', 'collectRows', 'queryRaw'],
    transaction: [],
    connection: ['close'],
  },
  unawaited: [],
};
