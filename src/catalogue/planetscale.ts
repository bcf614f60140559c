import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * PlanetScale, checked against the declarations of 1.20.
 */
export const planetscale: CatalogueEntry = {
  library: '@planetscale/database',
  packages: ['@planetscale/database'],
  receivers: ['Client', 'Connection', 'Tx'],
  execution: 'eager',
  operations: {
    write: ['execute'],
    read: [],
    transaction: ['transaction'],
    connection: ['refresh'],
  },
  unawaited: [],
};
