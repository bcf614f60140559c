import type { LibraryEntry } from '../library-entry.js';

/** Hono. */
export const hono: LibraryEntry = {
  library: 'hono',
  packages: ['hono'],
  sinks: ['Context.body', 'Context.html', 'Context.json', 'Context.text'],
  routes: { answers: ['Context.body', 'Context.html', 'Context.json', 'Context.redirect', 'Context.text'] },
};
