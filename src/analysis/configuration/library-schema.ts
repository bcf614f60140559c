import * as v from 'valibot';
import type { BlockingCall } from '../../catalogue/blocking-call.js';
import type { LibraryEntry } from '../../catalogue/library-entry.js';

const name = v.pipe(v.string(), v.nonEmpty());
const names = v.pipe(v.array(name), v.minLength(1), v.readonly());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const yes = v.literal(true);
const all = v.literal('all');

const methods = v.exactOptional(v.pipe(names, v.description('Methods by name, or as `Type.method` if types differ.')));

const types = v.exactOptional(v.pipe(names, v.description('Types, by the name of their declaration.')));

const patterns = v.pipe(names, v.description('Names, in each of which one `*` stands for any characters or none.'));

const instead = v.variant('kind', [
  v.strictObject({
    kind: v.literal('module'),
    module: name,
    name,
    member: v.exactOptional(name),
    suffix: v.exactOptional(name),
  }),
  v.strictObject({ kind: v.literal('sibling'), name }),
  v.strictObject({ kind: v.literal('promisified'), module: name, name, result: v.exactOptional(name) }),
  v.strictObject({ kind: v.literal('advice'), use: name, why: name }),
]);

const trap = v.variant('kind', [
  v.strictObject({ kind: v.literal('number'), argument: count, why: name }),
  v.strictObject({ kind: v.literal('option'), argument: count, option: name, why: name }),
  v.strictObject({ kind: v.literal('arity'), least: count, most: count, why: name }),
]);

const blockingCall: v.GenericSchema<BlockingCall> = v.strictObject({
  instead: v.pipe(instead, v.description('What to write instead.')),
  traps: v.exactOptional(v.pipe(v.array(trap), v.minLength(1), v.readonly())),
  isCheap: v.exactOptional(v.pipe(yes, v.description('It usually completes in a moment.'))),
  blocksIf: v.exactOptional(v.picklist(['resultGiven', 'noPromiseGiven', 'noProcessGiven'])),
  blocksOn: types,
});

const callback = v.strictObject({
  effect: v.exactOptional(
    v.pipe(
      v.picklist(['chains', 'collects', 'drops', 'waits', 'waitsForAll']),
      v.description(
        'What happens to the promise that the callback returns: the method drops it, collects all of them, chains its own promise to it, awaits it, or awaits everything that the callback starts on the library.',
      ),
    ),
  ),
  runs: v.exactOptional(
    v.pipe(
      v.picklist(['atOnce', 'later', 'onEvent', 'perItem', 'repeatedly']),
      v.description(
        'When the callback runs: before the call returns, or before its promise settles; once after the current code; whenever an event occurs; concurrently for each item; repeatedly.',
      ),
    ),
  ),
});

/** What an entry of the catalogue has to look like; the keys are told in `library-entry.ts`. */
export const librarySchema = v.pipe(
  v.strictObject({
    library: v.pipe(name, v.description('The common name of the library, which reports show.')),
    checked: v.exactOptional(
      v.pipe(
        names,
        v.description(
          'The versions whose declarations it was checked against: `1.2`, or `package@1.2` of another package.',
        ),
      ),
    ),
    packages: v.pipe(
      names,
      v.description('The packages whose files declare what is listed; often not the package that is imported.'),
    ),
    role: v.exactOptional(v.picklist(['cache', 'database', 'queue', 'search', 'service', 'storage'])),
    receivers: v.exactOptional(
      v.pipe(
        v.union([all, names]),
        v.description(
          'The types whose methods are persistence calls, or `all` where every type of the packages is one.',
        ),
      ),
    ),
    functions: v.exactOptional(v.pipe(names, v.description('The functions that are persistence calls.'))),
    generated: v.exactOptional(v.strictObject({ receivers: patterns, results: names })),
    execution: v.exactOptional(
      v.pipe(
        v.picklist(['eager', 'lazy', 'sync']),
        v.description(
          'When a call that returns a thenable of the library runs: at the call, which is the default, or when it is awaited; `sync` if it completes before the call returns.',
        ),
      ),
    ),
    eager: methods,
    isText: v.exactOptional(yes),
    operations: v.exactOptional(
      v.strictObject({ write: methods, read: methods, transaction: methods, connection: methods }),
    ),
    commands: v.exactOptional(v.strictObject({ methods: names, reads: patterns })),
    unawaited: methods,
    isOrdered: v.exactOptional(yes),
    expiry: v.exactOptional(
      v.strictObject({
        writes: v.record(name, v.picklist(['always', 'named', 'third'])),
        names: v.exactOptional(names),
        locks: v.exactOptional(names),
        reads: names,
      }),
    ),
    batch: v.exactOptional(name),
    held: v.exactOptional(
      v.strictObject({
        taken: methods,
        begun: methods,
        statements: methods,
        pools: types,
        types,
        passedTypes: types,
        keepsResults: v.exactOptional(yes),
      }),
    ),
    callbacks: v.exactOptional(v.record(name, callback)),
    hooks: v.exactOptional(
      v.strictObject({
        packages: v.exactOptional(names),
        decorators: names,
        listeners: names,
        methods: names,
        carriers: names,
      }),
    ),
    dispatch: v.exactOptional(
      v.pipe(
        v.array(v.strictObject({ calls: names, decorator: name, package: name, method: name })),
        v.minLength(1),
        v.readonly(),
      ),
    ),
    sinks: methods,
    sinkMembers: methods,
    routes: v.exactOptional(
      v.strictObject({ registrations: methods, decorators: methods, answers: methods, servers: methods }),
    ),
    blocking: v.exactOptional(
      v.strictObject({
        modules: v.exactOptional(names),
        calls: v.record(name, blockingCall),
        transactions: v.exactOptional(
          v.pipe(v.array(v.strictObject({ call: name, on: types })), v.minLength(1), v.readonly()),
        ),
      }),
    ),
    undisturbed: v.exactOptional(v.strictObject({ callbacks: v.exactOptional(v.union([all, names])), methods })),
    $schema: v.exactOptional(name),
  }),
  v.title('A library, as eslint-plugin-persistence knows it'),
  v.description('Which calls of a library are persistence calls, and what else matters when one is lost.'),
) satisfies v.GenericSchema<LibraryEntry>;
