import type { LibraryEntry } from '../library-entry.js';

/** Fastify, which sends what a handler returns. */
export const fastify: LibraryEntry = {
  library: 'fastify',
  packages: ['fastify'],
  sinks: ['FastifyReply.send'],
  routes: {
    registrations: [
      'FastifyInstance.all',
      'FastifyInstance.delete',
      'FastifyInstance.get',
      'FastifyInstance.head',
      'FastifyInstance.options',
      'FastifyInstance.patch',
      'FastifyInstance.post',
      'FastifyInstance.put',
      'FastifyInstance.route',
    ],
    answers: ['FastifyReply.redirect', 'FastifyReply.send'],
    servers: ['FastifyInstance.listen'],
  },
};
