import type { LibraryEntry } from '../library-entry.js';

/** Node's servers. */
export const nodeHttp: LibraryEntry = {
  library: 'node:http',
  packages: ['node'],
  routes: { answers: ['ServerResponse.end'] },
};
