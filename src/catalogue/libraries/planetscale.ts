import type { LibraryEntry } from '../library-entry.js';

/**
 * PlanetScale, checked against the declarations of 1.20.
 */
export const planetscale: LibraryEntry = {
  library: '@planetscale/database',
  checked: ['1.20'],
  packages: ['@planetscale/database'],
  receivers: ['Client', 'Connection', 'Tx'],
  operations: {
    write: ['execute'],
    transaction: ['transaction'],
    connection: ['refresh'],
  },
};
