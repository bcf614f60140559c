/** What to write in place of a blocking call. */
export type Instead =
  /**
   * A function of another module, with the same arguments and a promise of the same result. `member` is where the module of
   * the blocking function has that module, too: `fs.promises`. `suffix` is what makes the same result of its promise.
   */
  | {
      readonly kind: 'module';
      readonly module: string;
      readonly name: string;
      readonly member?: string;
      readonly suffix?: string;
    }
  /** Another function of the same module or object, with the same arguments and a promise of the same result. */
  | { readonly kind: 'sibling'; readonly name: string }
  /** A function that takes a callback, of the module of the blocking one, for `promisify`. `result` is the type of what it gives where `promisify` cannot tell. */
  | { readonly kind: 'promisified'; readonly module: string; readonly name: string; readonly result?: string }
  /** Nothing with the same meaning: what to use completes "Use …", and `why` says what keeps it from being written. */
  | { readonly kind: 'advice'; readonly use: string; readonly why: string };

/** Calls that what would take their place does not take in the same way, and why. */
export type Trap =
  /** An argument that may be a number. */
  | { readonly kind: 'number'; readonly argument: number; readonly why: string }
  /** An argument that may have an option. */
  | { readonly kind: 'option'; readonly argument: number; readonly option: string; readonly why: string }
  /** Fewer or more arguments. */
  | { readonly kind: 'arity'; readonly least: number; readonly most: number; readonly why: string };

/** A function that keeps the thread to itself until it is over. */
export interface BlockingCall {
  readonly instead: Instead;
  readonly traps?: readonly Trap[];
  /** Whether it is over in a moment most of the time, so that few care. */
  readonly isCheap?: true;
  /** What tells its blocking form from others of the same name: it gives something, no promise, or no running process. */
  readonly blocksIf?: 'resultGiven' | 'noPromiseGiven' | 'noProcessGiven';
  /** The types on which it blocks, where what it gives says nothing. */
  readonly blocksOn?: readonly string[];
}

/** A transaction that is over when its call is, and so waits for nothing that its callback starts. */
export interface SyncTransaction {
  /** As `Type.method`. */
  readonly call: string;
  /** The types it is synchronous on, where others share the method. */
  readonly on?: readonly string[];
}

/**
 * The functions of a library that block, each with its replacement. That a function has a twin with another name says
 * nothing of whether it blocks, or of what the twin means.
 */
export interface Blocking {
  /** The modules of which some file of a program has to name one, where the packages declare more than what blocks. */
  readonly modules?: readonly string[];
  /** By name, or as `Type.method` for what a class or an interface declares; `Type.()` is a call of the type itself. */
  readonly calls: Readonly<Record<string, BlockingCall>>;
  readonly transactions?: readonly SyncTransaction[];
}
