import type { LibraryEntry } from '../library-entry.js';

/**
 * InfluxDB 2, checked against the declarations of 1.35. `writePoint` only fills a buffer; `flush` and `close` send it.
 */
export const influxdbClient: LibraryEntry = {
  library: '@influxdata/influxdb-client',
  checked: ['1.35'],
  packages: ['@influxdata/influxdb-client'],
  receivers: ['QueryApi', 'WriteApi'],
  operations: {
    write: ['flush'],
    read: ['collectLines', 'collectRows', 'queryRaw'],
    connection: ['close'],
  },
};
