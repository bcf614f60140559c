import type { Commands, Execution, Expiry, HeldConnections, LibraryEntry, Operation, Role } from './library-entry.js';

/** Names, each as entries write methods: by itself, or as `Type.method`. */
export type MethodNames = ReadonlySet<string>;

/** A name with at most one `*` for any characters or none: what stands before it, and what behind; undefined behind where it has none. */
export interface NamePattern {
  readonly before: string;
  readonly behind: string | undefined;
}

/** What an entry says of its persistence calls, with all that it leaves out filled in, and made to be looked up by name. */
export interface Library {
  readonly library: string;
  readonly packages: ReadonlySet<string>;
  readonly role: Role | undefined;
  readonly receivers: ReadonlySet<string> | 'all';
  readonly functions: ReadonlySet<string>;
  readonly generated: { readonly receivers: readonly NamePattern[]; readonly results: ReadonlySet<string> } | undefined;
  readonly execution: Execution;
  readonly eager: MethodNames;
  readonly isText: boolean;
  readonly operations: ReadonlyMap<string, Exclude<Operation, 'unknown'>>;
  readonly commands: { readonly methods: MethodNames; readonly reads: readonly NamePattern[] } | undefined;
  readonly unawaited: MethodNames;
  readonly isOrdered: boolean;
  readonly expiry: Required<Expiry> | undefined;
  readonly batch: string | undefined;
  readonly held: Held | undefined;
  /** The names that are known to be of its calls, on whatever type. */
  readonly names: ReadonlySet<string>;
  /** The names, without their types, of all that may open a transaction or take a connection. */
  readonly openings: ReadonlySet<string>;
}

/** How code holds a connection, as the analysis asks for it. */
export interface Held {
  readonly taken: MethodNames;
  readonly begun: MethodNames;
  readonly statements: MethodNames;
  readonly pools: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
  readonly passedTypes: ReadonlySet<string>;
  readonly keepsResults: boolean;
}

/** Makes an entry's persistence calls easy to look up. */
export function toLibrary(entry: LibraryEntry): Library {
  const { commands, expiry, generated, held, operations = {} } = entry;
  const operationOf = new Map(ranked.flatMap(one => (operations[one] ?? []).map(method => [method, one] as const)));
  return {
    library: entry.library,
    packages: new Set(entry.packages),
    role: entry.role,
    receivers: entry.receivers === 'all' ? 'all' : new Set(entry.receivers),
    functions: new Set(entry.functions),
    generated: generated && {
      receivers: generated.receivers.map(toNamePattern),
      results: new Set(generated.results),
    },
    execution: entry.execution ?? 'eager',
    eager: new Set(entry.eager),
    isText: entry.isText === true,
    operations: operationOf,
    commands: commands && toCommands(commands),
    unawaited: new Set(entry.unawaited),
    isOrdered: entry.isOrdered === true,
    expiry: expiry && { names: [], locks: [], ...expiry },
    batch: entry.batch,
    held: held && toHeld(held),
    openings: new Set(
      [
        ...(operations.transaction ?? []),
        ...(held?.taken ?? []),
        ...(held?.begun ?? []),
        ...(held?.statements ?? []),
      ].map(lastWord),
    ),
    names: new Set([...(entry.functions ?? []), ...operationOf.keys()].filter(name => !name.includes('.'))),
  };
}

/** The strongest last, which stands where a library lists a method twice. */
const ranked = ['connection', 'transaction', 'read', 'write'] as const;

function toCommands({ methods, reads }: Commands): Library['commands'] {
  return { methods: new Set(methods), reads: reads.map(toNamePattern) };
}

function toHeld(held: HeldConnections): Held {
  return {
    taken: new Set(held.taken),
    begun: new Set(held.begun),
    statements: new Set(held.statements),
    pools: new Set(held.pools),
    types: new Set(held.types),
    passedTypes: new Set(held.passedTypes),
    keepsResults: held.keepsResults === true,
  };
}

function toNamePattern(text: string): NamePattern {
  const [before = '', behind] = text.split('*');
  return { before, behind };
}

/** `connect` of `Pool.connect`. */
function lastWord(method: string): string {
  return method.slice(method.lastIndexOf('.') + 1);
}
