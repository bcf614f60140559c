import type { Methods } from './methods.js';

/**
 * Methods that turn what they are given into text, and so show a promise instead of its result. Known by the type that
 * declares them, never by the name of a variable.
 */
export const sinks: readonly Methods[] = [
  { owner: 'JSON', package: undefined, methods: ['stringify'] },
  { owner: 'Console', package: undefined, methods: ['debug', 'dir', 'error', 'info', 'log', 'table', 'trace', 'warn'] },
  { owner: 'Console', package: 'node', methods: ['debug', 'dir', 'error', 'info', 'log', 'table', 'trace', 'warn'] },
  { owner: 'Response', package: 'express-serve-static-core', methods: ['json', 'jsonp', 'send'] },
  { owner: 'FastifyReply', package: 'fastify', methods: ['send'] },
  { owner: 'Context', package: 'hono', methods: ['body', 'html', 'json', 'text'] },
  { owner: 'BaseLogger', package: 'pino', methods: ['debug', 'error', 'fatal', 'info', 'trace', 'warn'] },
  { owner: 'Logger', package: 'winston', methods: ['debug', 'error', 'info', 'log', 'verbose', 'warn'] },
  { owner: 'Logger', package: '@nestjs/common', methods: ['debug', 'error', 'fatal', 'log', 'verbose', 'warn'] },
  { owner: 'LoggerService', package: '@nestjs/common', methods: ['debug', 'error', 'fatal', 'log', 'verbose', 'warn'] },
];

/** Members that turn what is stored in them into text. */
export const sinkMembers: readonly Methods[] = [
  { owner: 'ContextDelegatedResponse', package: 'koa', methods: ['body'] },
];
