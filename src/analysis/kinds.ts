/** Public name of a rule, without the plugin's prefix. */
export type RuleName = 'no-unawaited-calls' | 'no-fire-and-forget' | 'no-blocking-calls';

/** What is known of one kind of finding; rule metadata, report headings and documentation are made from it. */
export interface KindDeclaration {
  readonly rule: RuleName;
  /** A heading of a few words. */
  readonly title: string;
  /** What is wrong with code of this kind, in one sentence. */
  readonly description: string;
  /** Whether code of this kind loses a query, too, that runs only when it is awaited: such a query is a value until then. */
  readonly isLossOfLazy: boolean;
  /** The message, with placeholders that {@link MessageData} fills. */
  readonly message: string;
}

/** Fills the placeholders of a kind's message. */
export type MessageData = Readonly<
  Record<'call' | 'path' | 'laziness' | 'handling' | 'consequence' | 'binding' | 'instead', string>
>;

/** Every kind of finding, once. The keys are public: they are the message ids of the rules and `kind` in every report. */
export const kinds = {
  floating: {
    rule: 'no-unawaited-calls',
    title: 'Floating persistence call',
    description: 'The promise of a persistence call is dropped where it is made.',
    isLossOfLazy: true,
    message: '`{{call}}`{{path}} {{laziness}}is not awaited: {{consequence}}. Await it, or return its promise.',
  },
  neverAwaited: {
    rule: 'no-unawaited-calls',
    title: 'Persistence promise assigned and forgotten',
    description: 'The promise of a persistence call is kept in a variable that nothing waits for.',
    isLossOfLazy: true,
    message:
      '`{{call}}`{{path}} {{laziness}}is kept in `{{binding}}`, where nothing waits for it: {{consequence}}. Await it where it is assigned.',
  },
  awaitedOnSomePaths: {
    rule: 'no-unawaited-calls',
    title: 'Persistence promise awaited on some paths only',
    description:
      'The promise of a persistence call is kept in a variable, and on some paths through the function nothing waits for it.',
    isLossOfLazy: false,
    message:
      '`{{call}}`{{path}} is awaited on some paths only: on the others, {{consequence}}. Await it where it is assigned.',
  },
  collectedNeverAwaited: {
    rule: 'no-unawaited-calls',
    title: 'Persistence promise collected and forgotten',
    description: 'The promise of a persistence call is put into a local array, set or map that nothing waits for.',
    isLossOfLazy: true,
    message:
      '`{{call}}`{{path}} {{laziness}}is put into a collection that nothing waits for: {{consequence}}. Await them all {{instead}}.',
  },
  mapped: {
    rule: 'no-unawaited-calls',
    title: 'Array of persistence promises not awaited',
    description:
      'The array of promises that a `map` over persistence calls gives is dropped, never read, or awaited as an array.',
    isLossOfLazy: true,
    message:
      'The promises of `{{call}}`{{path}} are not awaited, only mapped: {{consequence}}. Await them {{instead}}.',
  },
  callbackIgnored: {
    rule: 'no-unawaited-calls',
    title: 'Persistence call in a callback nobody awaits',
    description:
      'An array method ignores the promise of the callback that holds the persistence call, or takes it for its result.',
    isLossOfLazy: true,
    message:
      'The array method does not wait for its callback, and so not for `{{call}}`{{path}}: {{consequence}}. Use a `for...of` loop, or await the results first.',
  },
  tested: {
    rule: 'no-unawaited-calls',
    title: 'Persistence promise tested instead of its result',
    description: 'The promise of a persistence call is tested or compared, which never says anything of the result.',
    isLossOfLazy: false,
    message:
      '`{{call}}`{{path}} is tested before it is awaited: a promise is always truthy and equal to nothing, so the test says nothing of the result. Await it.',
  },
  serialised: {
    rule: 'no-unawaited-calls',
    title: 'Persistence promise used as text',
    description:
      'The promise of a persistence call is put into text, spread or printed, which shows a promise and not its result.',
    isLossOfLazy: true,
    message:
      '`{{call}}`{{path}} is turned into a text or spread before it is awaited: what comes out is a promise, not its result. Await it.',
  },
  returnedFromTry: {
    rule: 'no-unawaited-calls',
    title: 'Persistence promise returned from `try` or under `using`',
    description:
      'The promise of a persistence call is returned without being awaited, past the `catch` or `finally` around it or what `using` disposes of.',
    isLossOfLazy: true,
    message: '`{{call}}`{{path}} is returned without being awaited: {{consequence}}. Use `return await`.',
  },
  inSyncCallback: {
    rule: 'no-unawaited-calls',
    title: 'Floating persistence call in a synchronous callback',
    description:
      'The promise of a persistence call is dropped in a callback that is not async, inside an async function.',
    isLossOfLazy: true,
    message:
      '`{{call}}`{{path}} {{laziness}}is not awaited: the callback around it is not async, so {{consequence}}. Return its promise to something that waits for it.',
  },
  voidedLazy: {
    rule: 'no-unawaited-calls',
    title: 'Lazy persistence call dropped by `void`',
    description: 'A lazy query is dropped by `void`, which does not start it.',
    isLossOfLazy: true,
    message: '`{{call}}`{{path}} is lazy, and `void` does not start it: {{consequence}}. Await it.',
  },
  inSyncFunction: {
    rule: 'no-unawaited-calls',
    title: 'Floating persistence call in a synchronous function',
    description: 'The promise of a persistence call is dropped in a function that is not async.',
    isLossOfLazy: true,
    message:
      '`{{call}}`{{path}} {{laziness}}is not awaited: {{consequence}}. Return its promise, or make the function async.',
  },
  voided: {
    rule: 'no-fire-and-forget',
    title: 'Persistence call detached by `void`',
    description: 'The promise of a persistence call is dropped by `void`.',
    isLossOfLazy: false,
    message:
      '`{{call}}`{{path}} is detached by `void`: {{consequence}}. Await it, or say in a comment why nobody has to.',
  },
  handledNotAwaited: {
    rule: 'no-fire-and-forget',
    title: 'Persistence call handled but not awaited',
    description:
      'The failure of a persistence call is seen to, by a rejection handler or in the function that is called, but nobody waits for it.',
    isLossOfLazy: true,
    message:
      '`{{call}}`{{path}} {{handling}} but is not awaited: {{consequence}}. Await it, or say in a comment why nobody has to.',
  },
  commentedNotAwaited: {
    rule: 'no-fire-and-forget',
    title: 'Persistence call left unawaited, as a comment says',
    description: 'The promise of a persistence call is dropped where a comment says that nobody waits for it.',
    isLossOfLazy: false,
    message:
      '`{{call}}`{{path}} is not awaited, and a comment says that this is meant: {{consequence}}. Await it, or give the reason as `fire-and-forget: …`.',
  },
  callbackDetached: {
    rule: 'no-fire-and-forget',
    title: 'Persistence call in a callback that runs detached',
    description:
      'A timer or an event emitter runs the callback that holds the persistence call, and waits for nothing it gives.',
    isLossOfLazy: true,
    message:
      '`{{call}}`{{path}} runs in the callback of a timer or an event emitter, which does not wait for it: {{consequence}}. Await the call outside, or say in a comment why nobody has to.',
  },
  blockingCall: {
    rule: 'no-blocking-calls',
    title: 'Blocking call in an async function',
    description:
      'A synchronous call of a database, the file system or the like keeps the thread to itself in an async function.',
    isLossOfLazy: false,
    message: '`{{call}}` is synchronous: every other request waits while it runs. Use {{instead}}.',
  },
  blockingThrough: {
    rule: 'no-blocking-calls',
    title: 'Blocking call through a synchronous function',
    description: 'An async function calls a synchronous one that keeps the thread to itself.',
    isLossOfLazy: false,
    message:
      '`{{call}}`{{path}} is synchronous: every other request waits while it runs. Make it async, and use {{instead}}.',
  },
  asyncInSyncTransaction: {
    rule: 'no-blocking-calls',
    title: 'Async callback in a synchronous transaction',
    description: 'An async callback is given to a transaction that is over when its call is.',
    isLossOfLazy: false,
    message:
      '`{{call}}` is a synchronous transaction, which waits for no promise: it throws and rolls back, or commits before its async callback is over, and awaiting it does not help. Make the callback synchronous.',
  },
} as const satisfies Record<string, KindDeclaration>;

/** Public name of a kind of finding. */
export type Kind = keyof typeof kinds;

/** All kinds, in the order of their declaration. */
export const kindNames = Object.keys(kinds) as readonly Kind[]; // Object.keys widens to string

/** The kinds that a rule reports. */
export function kindsOf(rule: RuleName): readonly Kind[] {
  return kindNames.filter(kind => kinds[kind].rule === rule);
}

/** The sentence a reader sees, with its placeholders filled. */
export function renderMessage(kind: Kind, data: MessageData): string {
  const values: Readonly<Record<string, string>> = data;
  return kinds[kind].message.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}
