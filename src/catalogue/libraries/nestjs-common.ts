import type { LibraryEntry } from '../library-entry.js';

/** Nest, which sends what a handler returns. Resolvers of GraphQL wait for each field, and are left out. */
export const nestjsCommon: LibraryEntry = {
  library: '@nestjs/common',
  packages: ['@nestjs/common'],
  sinks: [
    'Logger.debug',
    'Logger.error',
    'Logger.fatal',
    'Logger.log',
    'Logger.verbose',
    'Logger.warn',
    'LoggerService.debug',
    'LoggerService.error',
    'LoggerService.fatal',
    'LoggerService.log',
    'LoggerService.verbose',
    'LoggerService.warn',
  ],
  routes: {
    decorators: ['All', 'Delete', 'Get', 'Head', 'Options', 'Patch', 'Post', 'Put', 'Search'],
    servers: ['INestApplication.listen', 'INestMicroservice.listen'],
  },
};
