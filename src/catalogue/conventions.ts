/** How one thing is commonly called. */
interface Convention {
  /** What is called so; the sentence goes on after "names of". */
  readonly what: string;
  readonly names: readonly string[];
}

/**
 * How projects commonly call things: all the lists of names there are. A name is evidence at most: it counts beside a fact, words
 * a message, or leaves something alone, and never makes a finding by itself. Settings add to each.
 */
export const conventions = {
  callbacks: {
    what: 'last parameters that are Node-style callbacks, which take an error first',
    names: ['callback', 'cb', 'done', 'next'],
  },
  hookEnds: {
    what: 'methods, by suffix, that a framework calls as the program starts or ends',
    names: ['Bootstrap', 'Destroy', 'Init', 'Shutdown'],
  },
  hookStarts: {
    what: 'the same methods, by their first word',
    names: ['before', 'on'],
  },
  listening: {
    what: 'functions, by their first word, that process events for as long as they occur',
    names: ['consume', 'listen', 'poll', 'serve', 'subscribe', 'tail', 'watch'],
  },
  goingOn: {
    what: 'methods of libraries, by their first word, that may run as long as the program does',
    names: ['launch', 'listen', 'poll', 'run', 'serve'],
  },
  pauses: {
    what: 'functions that return a promise for a timer',
    names: ['delay', 'pause', 'sleep', 'wait'],
  },
  reads: {
    what: 'methods of repositories, by their first word, that only read',
    names: [
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
  },
  starts: {
    what: 'functions that start or end a program',
    names: ['bootstrap', 'init', 'initialise', 'initialize', 'main', 'start'],
  },
  testFolders: {
    what: 'folders of tests',
    names: ['__tests__', 'e2e'],
  },
  testFoldersBeside: {
    what: 'folders of tests beside the sources, ignored if the whole project is in one',
    names: ['test', 'tests'],
  },
  testWords: {
    what: 'test files, by a word between dots or hyphens',
    names: ['e2e', 'spec', 'test'],
  },
  works: {
    what: 'functions, by their first word, that start work and leave it running',
    names: ['bootstrap', 'listen', 'main', 'run', 'start'],
  },
  writes: {
    what: 'methods of repositories, by their first word, that change data',
    names: [
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
  },
} as const satisfies Record<string, Convention>;

/** How the names of types end whose methods are persistence calls; settings say others. */
export const repositoryNames = ['Repository', 'Repo', 'Dao', 'DAO'] as const;

/** Names one of the lists. */
export type ConventionName = keyof typeof conventions;

/** Every list, with what settings add. */
export type Conventions = Readonly<Record<ConventionName, ReadonlySet<string>>>;

/** The lists with further names in them. */
export function extendConventions(
  further: Partial<Record<ConventionName, readonly string[] | undefined>>,
): Conventions {
  const extend = (name: ConventionName): ReadonlySet<string> =>
    new Set<string>([...conventions[name].names, ...(further[name] ?? [])]);
  const lists = (Object.keys(conventions) as ConventionName[]).map(name => [name, extend(name)] as const); // Object.keys widens to string
  return Object.fromEntries(lists) as Conventions; // one entry for each name
}
