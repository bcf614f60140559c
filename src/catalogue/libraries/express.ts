import type { LibraryEntry } from '../library-entry.js';

/** Express, whose types are those of `express-serve-static-core`. */
export const express: LibraryEntry = {
  library: 'express',
  packages: ['express-serve-static-core'],
  sinks: ['Response.json', 'Response.jsonp', 'Response.send'],
  routes: {
    answers: [
      'Response.download',
      'Response.end',
      'Response.json',
      'Response.jsonp',
      'Response.redirect',
      'Response.render',
      'Response.send',
      'Response.sendFile',
      'Response.sendStatus',
    ],
    servers: ['Application.listen'],
  },
};
