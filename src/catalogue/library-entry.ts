import type { Blocking } from './blocking-call.js';

/** What a persistence call does to the data. */
export type Operation = 'write' | 'read' | 'transaction' | 'connection' | 'unknown';

/**
 * When a persistence call runs: `eager` starts at the call, `lazy` starts only when it is awaited,
 * `sync` is over when the call returns.
 */
export type Execution = 'eager' | 'lazy' | 'sync';

/** What a library is to those who use it. All that a `cache` keeps can be made anew, and whoever uses it may go on without it. */
export type Role = 'cache' | 'database' | 'queue' | 'search' | 'service' | 'storage';

/**
 * Everything known of one library, or one family of packages that re-export each other: plain data, which is the same after
 * a way through JSON. All but the identity may be left out, and stands for nothing then.
 *
 * Methods are written by their name, or as `Type.method` where types differ; `Type.()` is a call of the type itself.
 *
 * Whether a call is awaitable is never written here: the same name is a promise on one receiver and a builder on the
 * next, so the type of the call decides, and the entry only says what an awaitable call does.
 */
export interface LibraryEntry {
  /** The JSON schema that an editor holds a file of it against. */
  readonly $schema?: string;
  /** The name people know the library by, and what reports show. */
  readonly library: string;
  /** The versions whose declarations it was checked against: of the library, or `package@version` where another package declares them. */
  readonly checked?: readonly string[];
  /** The packages whose files declare what is listed; often not the package that is imported. `lib` is TypeScript's own libraries, `node` is Node. */
  readonly packages: readonly string[];
  /** What it is to those who use it. */
  readonly role?: Role;

  /** The types whose methods are persistence calls, by the name of their declaration; `all` where every type of the packages is one. */
  readonly receivers?: readonly string[] | 'all';
  /** The functions that are persistence calls, where not every function of the packages is one. */
  readonly functions?: readonly string[];
  /** What tells the calls of a client that the library generates into the project. */
  readonly generated?: GeneratedClient;
  /** When a call runs that gives a thenable of the library, `eager` unless said; a plain `Promise` is always eager. */
  readonly execution?: Execution;
  /** Of a lazy library, the methods that run at once though what they give is no plain promise. */
  readonly eager?: readonly string[];
  /** Whether a query gives its own text, as in `` `where ${query}` ``, so that it may be meant as such. */
  readonly isText?: true;
  /**
   * What each method does. A method that only sends what the chain before it says, such as `execute`, is not listed. Other
   * awaitable methods that are not listed are `unknown`, and count.
   */
  readonly operations?: Readonly<Partial<Record<Exclude<Operation, 'unknown'>, readonly string[]>>>;
  /** The methods that send a command, and the commands that read; every other command writes. */
  readonly commands?: Commands;
  /** Awaitable methods that correct code leaves alone: they never resolve, or waiting for them is optional. */
  readonly unawaited?: readonly string[];
  /** Whether its calls on one receiver are over in the order in which they start, so that waiting for the last waits for all. */
  readonly isOrdered?: true;
  /** How its calls give what they write a time to live, as a cache on it does. */
  readonly expiry?: Expiry;
  /** The method of its client that runs several of its lazy queries in one transaction. */
  readonly batch?: string;
  /** How code holds one of its connections, or a transaction, for more than one call. */
  readonly held?: HeldConnections;

  /** What becomes of a callback that a method is given, and of the promise that it gives. */
  readonly callbacks?: Readonly<Record<string, CallbackUse>>;
  /** What it calls in the transaction of a change, and waits for. */
  readonly hooks?: TransactionHooks;
  /** Calls that reach methods of the project's own classes. */
  readonly dispatch?: readonly Dispatch[];
  /** Methods that turn what they are given into text, and so show a promise instead of its result. */
  readonly sinks?: readonly string[];
  /** Members that do the same to what is stored in them, as `Type.member`. */
  readonly sinkMembers?: readonly string[];
  /** How it answers requests. */
  readonly routes?: Routes;
  /** Its functions that keep the thread to themselves. */
  readonly blocking?: Blocking;
  /** What of it runs where nobody is served, and so may block. */
  readonly undisturbed?: Undisturbed;
}

/** A client that a library generates into the project, which no package declares. */
export interface GeneratedClient {
  /** The types that declare its calls: a name, in which one `*` stands for any characters or none. */
  readonly receivers: readonly string[];
  /** The types that its calls give. */
  readonly results: readonly string[];
}

/** Methods that are told by an object what to do. */
export interface Commands {
  readonly methods: readonly string[];
  /** The classes of the commands that read: a name, in which one `*` stands for any characters or none. */
  readonly reads: readonly string[];
}

/** How a store of keys is told that a value is only kept for a while. */
export interface Expiry {
  /**
   * The methods that can be told so: `always`, which take key, time and value; by the `third` argument, behind key and value; or by one that is
   * `named`, among those behind key and value.
   */
  readonly writes: Readonly<Record<string, 'always' | 'named' | 'third'>>;
  /** The names of the time, in lower case: texts, or members of an object. */
  readonly names?: readonly string[];
  /** The names, among the same arguments, of a write that is only made if nothing is there, as a lock is. */
  readonly locks?: readonly string[];
  /** The methods that read one key. */
  readonly reads: readonly string[];
}

/** How code takes a connection out of a pool, or begins a transaction, and keeps it. */
export interface HeldConnections {
  /** Methods that give a connection or a transaction, or hand one to a callback. */
  readonly taken?: readonly string[];
  /** Methods that begin a transaction on what they are called on. */
  readonly begun?: readonly string[];
  /** Methods that are given a statement as text, which may begin a transaction on what they are called on. */
  readonly statements?: readonly string[];
  /** Types that choose a connection for each call, so that a statement begins a transaction on one that nobody knows. */
  readonly pools?: readonly string[];
  /** The types of what is held. */
  readonly types?: readonly string[];
  /** Further types of what is held, as long as it is a parameter: elsewhere they may choose a connection for each call. */
  readonly passedTypes?: readonly string[];
  /** Whether the results of a call stay on its connection: `const user = await User.findOne().session(s); await user.save();`. */
  readonly keepsResults?: true;
}

/**
 * What becomes of the promise that a callback gives: it `drops` it; it `collects` what all give, as `map` does; it `chains`
 * it, so that what the method itself gives stands for it, as `then` and `reduce` do; it `waits` for it before it goes on;
 * it `waitsForAll` that the callback starts on the library, given or not.
 */
export type CallbackEffect = 'chains' | 'collects' | 'drops' | 'waits' | 'waitsForAll';

/**
 * When a callback runs: `atOnce`, before the call is over or in the course of its promise, as often as it takes; `perItem`,
 * at once and for each item; `later`, once, when what runs now is over; `repeatedly`, from then on; `onEvent`, whenever
 * something happens, if ever.
 */
export type CallbackTime = 'atOnce' | 'later' | 'onEvent' | 'perItem' | 'repeatedly';

/** What is known of a callback that a method is given; what is left out is not known. */
export interface CallbackUse {
  readonly effect?: CallbackEffect;
  readonly runs?: CallbackTime;
}

/** Methods of a project's own classes that a library calls in the transaction of a change. */
export interface TransactionHooks {
  /** The packages that declare their decorators and types, where these are not those of the library. */
  readonly packages?: readonly string[];
  /** Decorators of methods of an entity. */
  readonly decorators: readonly string[];
  /** Types whose implementations listen to the changes of entities. */
  readonly listeners: readonly string[];
  /** The methods of those that are called. */
  readonly methods: readonly string[];
  /** The members of what these are given that belong to the transaction. */
  readonly carriers: readonly string[];
}

/**
 * A call that reaches a method of the project's classes with a decorator: of the one that the decorator names by the class of
 * the call's argument.
 *
 * @example `{ calls: ['CommandBus.execute'], decorator: 'CommandHandler', package: '@nestjs/cqrs', method: 'execute' }`
 */
export interface Dispatch {
  /** The methods that are called. */
  readonly calls: readonly string[];
  /** The decorator of the classes that are reached. */
  readonly decorator: string;
  /** The package that declares the decorator. */
  readonly package: string;
  /** Their method that runs. */
  readonly method: string;
}

/** How a web framework comes by an answer: most send what a handler returns as text, so that a promise inside an object is lost. */
export interface Routes {
  /** Methods that take the handler as an argument. */
  readonly registrations?: readonly string[];
  /** Decorators of a handler. */
  readonly decorators?: readonly string[];
  /** Methods that send the answer, by the type of what they are called on, which may inherit them. */
  readonly answers?: readonly string[];
  /** What makes a server listen: whoever calls it starts the program, and what is given to it runs once. */
  readonly servers?: readonly string[];
}

/** What runs before, after or apart from all that is served: tests, commands, migrations. */
export interface Undisturbed {
  /** Functions whose callbacks do; `all` where all functions of the packages are meant. */
  readonly callbacks?: readonly string[] | 'all';
  /** Methods that do in the classes that extend or implement their type, and in the objects of it, as `Type.method`. */
  readonly methods?: readonly string[];
}
