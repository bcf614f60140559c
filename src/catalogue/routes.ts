import type { Methods } from './methods.js';

/** How web frameworks come by an answer: most send what a handler returns as text, so that a promise inside an object is lost. */
export interface Routes {
  /** Methods that take the handler as an argument. */
  readonly registrations: readonly Methods[];
  /** Decorators of a handler, by the package that declares them. */
  readonly decorators: readonly { readonly package: string; readonly names: readonly string[] }[];
  /** Methods that send the answer, by the type of what they are called on, which may inherit them. */
  readonly answers: readonly Methods[];
}

const verbs = ['all', 'delete', 'get', 'head', 'options', 'patch', 'post', 'put'];

/** Known by the type that declares them. Resolvers of GraphQL wait for each field, and are left out. */
export const routes: Routes = {
  registrations: [{ owner: 'FastifyInstance', package: 'fastify', methods: [...verbs, 'route'] }],
  decorators: [
    { package: '@nestjs/common', names: ['All', 'Delete', 'Get', 'Head', 'Options', 'Patch', 'Post', 'Put', 'Search'] },
    { package: 'routing-controllers', names: ['All', 'Delete', 'Get', 'Head', 'Method', 'Patch', 'Post', 'Put'] },
  ],
  answers: [
    {
      owner: 'Response',
      package: 'express-serve-static-core',
      methods: ['download', 'end', 'json', 'jsonp', 'redirect', 'render', 'send', 'sendFile', 'sendStatus'],
    },
    { owner: 'FastifyReply', package: 'fastify', methods: ['redirect', 'send'] },
    { owner: 'Context', package: 'hono', methods: ['body', 'html', 'json', 'redirect', 'text'] },
    { owner: 'ServerResponse', package: 'node', methods: ['end'] },
  ],
};
