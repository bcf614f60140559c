import type { LibraryEntry } from '../library-entry.js';

/** What Node has of the web, as its own types declare it. */
export const nodeWeb: LibraryEntry = {
  library: 'node:web',
  packages: ['node', 'undici-types'],
  sinks: ['json', 'structuredClone'], // the first of `Response`, by its constructor, which has no name
};
