import type { LibraryEntry } from '../library-entry.js';

/** Koa, which sends what is stored in `body`. */
export const koa: LibraryEntry = {
  library: 'koa',
  packages: ['koa'],
  sinkMembers: ['ContextDelegatedResponse.body'],
  routes: { servers: ['Application.listen'] },
};
