/** How projects commonly call things. A name is evidence at most: what rests on it alone is worded, or left alone, never found. */
export const conventions = {
  /** How the names of types end whose methods are persistence calls; settings say others. */
  repositories: ['Repository', 'Repo', 'Dao', 'DAO'],
  /** Functions that give a promise for a timer. */
  pauses: ['delay', 'pause', 'sleep', 'wait'],
  /** Functions that start or end a program. */
  starts: ['bootstrap', 'init', 'initialise', 'initialize', 'main', 'start'],
  /** How methods begin and end that a framework calls as the program starts or ends: `onModuleInit`, `beforeApplicationShutdown`. */
  hooks: { starts: ['before', 'on'], ends: ['Bootstrap', 'Destroy', 'Init', 'Shutdown'] },
  /** The first words of functions that start work and leave it running. */
  works: ['bootstrap', 'listen', 'main', 'run', 'start'],
  /** The first words of functions that read what happens as long as anything does. */
  listening: ['consume', 'listen', 'poll', 'serve', 'subscribe', 'tail', 'watch'],
  /** The first words of methods of libraries that may go on as long as the program does. */
  goingOn: ['launch', 'listen', 'poll', 'run', 'serve'],
  /** The first words of the methods of repositories that change data. */
  writes: [
    'add',
    'append',
    'archive',
    'assign',
    'batch',
    'bulk',
    'clear',
    'create',
    'decrement',
    'delete',
    'destroy',
    'drop',
    'erase',
    'increment',
    'insert',
    'mark',
    'merge',
    'patch',
    'persist',
    'purge',
    'put',
    'record',
    'remove',
    'replace',
    'reset',
    'restore',
    'save',
    'set',
    'soft',
    'store',
    'touch',
    'truncate',
    'update',
    'upsert',
    'write',
  ],
  /** And of those that only read. */
  reads: [
    'all',
    'by',
    'count',
    'exist',
    'exists',
    'fetch',
    'find',
    'get',
    'has',
    'is',
    'list',
    'load',
    'lookup',
    'page',
    'paginate',
    'query',
    'read',
    'search',
    'select',
    'stream',
  ],
  /** What tells files of tests: their folders, and words of their names, between dots or hyphens. */
  testFolders: ['__tests__', 'e2e'],
  testWords: ['e2e', 'spec', 'test'],
  /** Folders of tests beside the sources, which tell nothing where all of a project is in one. */
  testFoldersBeside: ['test', 'tests'],
} as const;
