import type { BlockingLibrary } from './blocking/blocking-library.js';
import type { Undisturbed } from './blocking/undisturbed.js';
import type { Methods } from './methods.js';
import type { Routes } from './routes.js';

/** What a persistence call does to the data. */
export type Operation = 'write' | 'read' | 'transaction' | 'connection' | 'unknown';

/**
 * When a persistence call runs: `eager` starts at the call, `lazy` starts only when it is awaited,
 * `sync` is over when the call returns.
 */
export type Execution = 'eager' | 'lazy' | 'sync';

/**
 * The facts about one library, or one family of packages that re-export each other.
 *
 * Whether a call is awaitable is never written here: the same name is a promise on one receiver and a builder on the
 * next, so the type of the call decides, and the entry only says what an awaitable call does.
 */
export interface CatalogueEntry {
  /** The name people know the library by, and what reports show. */
  readonly library: string;
  /** The packages whose files declare the receivers; often not the package that is imported. */
  readonly packages: readonly string[];
  /** The types whose methods are persistence calls, by the name of their declaration; `all` where every type of the packages is one. */
  readonly receivers: readonly string[] | 'all';
  /** The functions that are persistence calls, where not every function of the packages is one. */
  readonly functions?: readonly string[];
  /** What tells the calls of a client that the library generates into the project: the types that declare them, and those they give. */
  readonly generated?: { readonly receivers: RegExp; readonly results: readonly string[] };
  /** When a call runs that gives a thenable of the library; a plain `Promise` is always eager. */
  readonly execution: Execution;
  /** Of a lazy library, the methods, written as those of `operations`, that run at once though what they give is no plain promise. */
  readonly eager?: readonly string[];
  /** Whether a query gives its own text, as in `` `where ${query}` ``, so that it may be meant as such. */
  readonly isText?: true;
  /**
   * What each method does, by its name, or as `Type.method` where types differ; `()` is a call of the type itself. A method
   * that only sends what the chain before it says, such as `execute`, is not listed. Other awaitable methods that are not
   * listed are `unknown`, and count.
   */
  readonly operations: Readonly<Record<Exclude<Operation, 'unknown'>, readonly string[]>>;
  /** The methods that send a command, and the commands that read, by the name of their class; every other command writes. */
  readonly commands?: { readonly methods: readonly string[]; readonly reads: RegExp };
  /** Awaitable methods, written as those of `operations`, that correct code leaves alone: they never resolve, or waiting for them is optional. */
  readonly unawaited: readonly string[];
  /** Whether its calls on one receiver are over in the order in which they start, so that waiting for the last waits for all. */
  readonly isOrdered?: true;
  /** Whether it is a cache: all that it keeps can be made anew, and whoever uses it may go on without it. */
  readonly role?: 'cache';
  /** How its calls give what they write a time to live, as a cache on it does. */
  readonly expiry?: Expiry;
  /** What it calls in the transaction of a change, and waits for. */
  readonly hooks?: TransactionHooks;
  /** The method of its client that runs several of its lazy queries in one transaction. */
  readonly batch?: string;
  /** How code holds one of its connections, or a transaction, for more than one call. */
  readonly held?: HeldConnections;
  /** Methods, written as those of `operations`, that wait for all their callback starts, so that nobody need wait for it in there. */
  readonly waiting?: readonly string[];
}

/** How a store of keys is told that a value is only kept for a while. */
export interface Expiry {
  /**
   * The methods that can be told so: `always`, which take key, time and value; by the `third` argument, behind key and value; or by one that is
   * `named`, among those behind key and value.
   */
  readonly writes: Readonly<Record<string, 'always' | 'named' | 'third'>>;
  /** The names of the time, in lower case: texts, or members of an object. */
  readonly names: readonly string[];
  /** The names, among the same arguments, of a write that is only made if nothing is there, as a lock is. */
  readonly locks: readonly string[];
  /** The methods that read one key. */
  readonly reads: readonly string[];
}

/** Methods of a project's own classes that a library calls in the transaction of a change. */
export interface TransactionHooks {
  /** The packages that declare their decorators and types. */
  readonly packages: readonly string[];
  /** Decorators of methods of an entity. */
  readonly decorators: readonly string[];
  /** Types whose implementations listen to the changes of entities. */
  readonly listeners: readonly string[];
  /** The methods of those that are called. */
  readonly methods: readonly string[];
  /** The members of what these are given that belong to the transaction. */
  readonly carriers: readonly string[];
}

/** How code takes a connection out of a pool, or begins a transaction, and keeps it. Methods are written as those of `operations`. */
export interface HeldConnections {
  /** Methods that give a connection or a transaction, or hand one to a callback. */
  readonly taken: readonly string[];
  /** Methods that begin a transaction on what they are called on. */
  readonly begun?: readonly string[];
  /** Methods that are given a statement as text, which may begin a transaction on what they are called on. */
  readonly statements?: readonly string[];
  /** Types that choose a connection for each call, so that a statement begins a transaction on one that nobody knows. */
  readonly pools?: readonly string[];
  /** The types of what is held. */
  readonly types: readonly string[];
  /** Further types of what is held, as long as it is a parameter: elsewhere they may choose a connection for each call. */
  readonly passedTypes?: readonly string[];
  /** Whether the results of a call stay on its connection: `const user = await User.findOne().session(s); await user.save();`. */
  readonly keepsResults?: true;
}

/** Everything the analysis knows of other people's code. */
export interface Catalogue {
  readonly libraries: readonly CatalogueEntry[];
  /** Functions that turn what they are given into text, and so show a promise instead of its result. */
  readonly sinks: readonly Methods[];
  /** Members of a type that do the same to what is stored in them. */
  readonly sinkMembers: readonly Methods[];
  readonly routes: Routes;
  /** Functions that keep the thread to themselves. */
  readonly blocking: readonly BlockingLibrary[];
  /** What runs where nobody is served, and so may block. */
  readonly undisturbed: Undisturbed;
}
