import type { Blocking } from './blocking-call.js';
import { extendConventions, type Conventions } from './conventions.js';
import { toLibrary, type Library } from './library.js';
import type { CallbackUse, LibraryEntry, TransactionHooks } from './library-entry.js';
import { createMethodIndex, type MethodIndex } from './method-index.js';

/** Everything the analysis knows of other people's code: the entries, and what finds their facts by name. */
export interface Catalogue {
  readonly entries: readonly LibraryEntry[];
  /** How things are commonly called. */
  readonly conventions: Conventions;
  /** Those that have persistence calls. */
  readonly libraries: readonly Library[];
  /** Of these, the one whose package it is. */
  readonly ofPackage: ReadonlyMap<string, Library>;
  /** Of these, the one that reports call so. */
  readonly ofName: ReadonlyMap<string, Library>;
  /** Those that generate a client into the project. */
  readonly generating: readonly Library[];
  readonly callbacks: MethodIndex<CallbackUse>;
  /** What runs in the transaction of a change: decorated methods, and methods of classes that listen. */
  readonly hooks: {
    readonly decorators: MethodIndex<TransactionHooks>;
    readonly methods: MethodIndex<TransactionHooks>;
  };
  readonly sinks: MethodIndex;
  readonly sinkMembers: MethodIndex;
  readonly routes: {
    readonly registrations: MethodIndex;
    readonly decorators: MethodIndex;
    readonly answers: MethodIndex;
    readonly servers: MethodIndex;
  };
  /** Libraries with functions that keep the thread to themselves. */
  readonly blocking: readonly BlockingLibrary[];
  readonly undisturbed: {
    /** Functions whose callbacks run where nobody is served, by package. */
    readonly callbacks: ReadonlyMap<string, ReadonlySet<string> | 'all'>;
    /** Methods that do, by the type that a class or an object has. */
    readonly methods: MethodIndex;
  };
}

/** An entry that has blocking functions. */
export interface BlockingLibrary extends LibraryEntry {
  readonly blocking: Blocking;
}

/** Makes a catalogue of entries, and of how things are called where more is known of that than is common. */
export function createCatalogue(
  entries: readonly LibraryEntry[],
  conventions: Conventions = extendConventions({}),
): Catalogue {
  const libraries = entries.filter(hasPersistence).map(toLibrary);
  return {
    entries,
    conventions,
    libraries,
    ofPackage: new Map(libraries.flatMap(library => [...library.packages].map(name => [name, library] as const))),
    ofName: new Map(libraries.map(library => [library.library, library])),
    generating: libraries.filter(({ generated }) => generated !== undefined),
    callbacks: createMethodIndex(
      entries.map(({ callbacks = {}, packages }) => ({ packages, methods: Object.entries(callbacks) })),
    ),
    hooks: indexHooks(entries),
    sinks: indexOf(entries, ({ sinks }) => sinks),
    sinkMembers: indexOf(entries, ({ sinkMembers }) => sinkMembers),
    routes: {
      registrations: indexOf(entries, ({ routes }) => routes?.registrations),
      decorators: indexOf(entries, ({ routes }) => routes?.decorators),
      answers: indexOf(entries, ({ routes }) => routes?.answers),
      servers: indexOf(entries, ({ routes }) => routes?.servers),
    },
    blocking: entries.filter(isBlocking),
    undisturbed: {
      callbacks: new Map(entries.flatMap(toUndisturbedCallbacks)),
      methods: indexOf(entries, ({ undisturbed }) => undisturbed?.methods),
    },
  };
}

function hasPersistence({ functions, generated, receivers }: LibraryEntry): boolean {
  return functions !== undefined || generated !== undefined || receivers !== undefined;
}

function isBlocking(entry: LibraryEntry): entry is BlockingLibrary {
  return entry.blocking !== undefined;
}

function indexOf(
  entries: readonly LibraryEntry[],
  methodsOf: (entry: LibraryEntry) => readonly string[] | undefined,
): MethodIndex {
  return createMethodIndex(
    entries.map(entry => ({
      packages: entry.packages,
      methods: (methodsOf(entry) ?? []).map(method => [method, true] as const),
    })),
  );
}

function indexHooks(entries: readonly LibraryEntry[]): Catalogue['hooks'] {
  const all = entries.flatMap(({ hooks, packages }) => (hooks ? [{ packages, ...hooks }] : []));
  return {
    decorators: createMethodIndex(
      all.map(hooks => ({
        packages: hooks.packages,
        methods: hooks.decorators.map(decorator => [decorator, hooks] as const),
      })),
    ),
    methods: createMethodIndex(
      all.map(hooks => ({
        packages: hooks.packages,
        methods: hooks.listeners.flatMap(type => hooks.methods.map(method => [`${type}.${method}`, hooks] as const)),
      })),
    ),
  };
}

function toUndisturbedCallbacks({
  packages,
  undisturbed,
}: LibraryEntry): readonly (readonly [string, ReadonlySet<string> | 'all'])[] {
  const { callbacks } = undisturbed ?? {};
  if (callbacks === undefined) return [];
  const functions = callbacks === 'all' ? 'all' : new Set(callbacks);
  return packages.map(name => [name, functions] as const);
}
