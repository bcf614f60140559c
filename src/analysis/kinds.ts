/** Public name of a rule, without the plugin's prefix. */
export type RuleName = 'no-unawaited-calls';

/** What is known of one kind of finding; rule metadata, report headings and documentation are made from it. */
export interface KindDeclaration {
  readonly rule: RuleName;
  /** A heading of a few words. */
  readonly title: string;
  /** What is wrong with code of this kind, in one sentence. */
  readonly description: string;
  /** The message, with placeholders that {@link MessageData} fills. */
  readonly message: string;
}

/** Fills the placeholders of a kind's message. */
export type MessageData = Readonly<Record<'call' | 'laziness' | 'consequence' | 'binding', string>>;

/** Every kind of finding, once. The keys are public: they are the message ids of the rules and `kind` in every report. */
export const kinds = {
  floating: {
    rule: 'no-unawaited-calls',
    title: 'Floating persistence call',
    description: 'The promise of a persistence call is dropped where it is made.',
    message: '`{{call}}` {{laziness}}is not awaited: {{consequence}}. Await it, or return its promise.',
  },
  neverAwaited: {
    rule: 'no-unawaited-calls',
    title: 'Persistence promise assigned and forgotten',
    description: 'The promise of a persistence call is kept in a variable that nothing reads.',
    message:
      '`{{call}}` {{laziness}}is not awaited, and nothing reads `{{binding}}`: {{consequence}}. Await it where it is assigned.',
  },
} as const satisfies Record<string, KindDeclaration>;

/** Public name of a kind of finding. */
export type Kind = keyof typeof kinds;

/** All kinds, in the order of their declaration. */
export const kindNames = Object.keys(kinds) as readonly Kind[]; // Object.keys widens to string

/** The sentence a reader sees, with its placeholders filled. */
export function renderMessage(kind: Kind, data: MessageData): string {
  const values: Readonly<Record<string, string>> = data;
  return kinds[kind].message.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}
