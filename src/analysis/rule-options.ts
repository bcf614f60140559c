import type { Kind, RuleName } from './kinds.js';

/** One option of a rule, as data: its JSON schema, its default and its documentation are this one declaration. */
export type OptionDeclaration =
  | { readonly type: 'boolean'; readonly default: boolean; readonly description: string }
  | { readonly type: 'kinds'; readonly default: readonly Kind[]; readonly description: string };

/** The options of one rule, by name. */
export type OptionDeclarations = Readonly<Record<string, OptionDeclaration>>;

/** The values that declared options take. */
export type OptionValues<Declarations extends OptionDeclarations> = {
  readonly [Name in keyof Declarations]: Declarations[Name]['default'] extends boolean ? boolean : readonly Kind[];
};

/** The options of every rule. */
export const ruleOptions = {
  'no-unawaited-calls': {
    checkReads: {
      type: 'boolean',
      default: true,
      description: 'Whether calls that only read count. Calls that change data always do.',
    },
    checkConnections: {
      type: 'boolean',
      default: false,
      description: 'Whether opening and closing a connection counts: `connect`, `initialize`, `close`, `destroy`.',
    },
    ignoreKinds: {
      type: 'kinds',
      default: [],
      description: 'Kinds of findings that are not reported.',
    },
    autofix: {
      type: 'boolean',
      default: false,
      description:
        'Whether `eslint --fix` awaits calls where that cannot change what correct code does. Otherwise the same edit is a suggestion.',
    },
  },
} as const satisfies Record<RuleName, OptionDeclarations>;

/** Options of `no-unawaited-calls`, with their defaults filled in. */
export type NoUnawaitedCallsOptions = OptionValues<(typeof ruleOptions)['no-unawaited-calls']>;

/** Public name of a preset. */
export type PresetName = 'recommended' | 'strict';

/** The rules that a preset turns on, each with the options it sets. */
export const presets: Readonly<Record<PresetName, Readonly<Partial<Record<RuleName, Partial<NoUnawaitedCallsOptions>>>>>> = {
  recommended: { 'no-unawaited-calls': {} },
  strict: { 'no-unawaited-calls': { checkConnections: true } },
};

/** The values that hold where nothing is configured. */
export function defaultOptions<Declarations extends OptionDeclarations>(declarations: Declarations): OptionValues<Declarations> {
  const entries = Object.entries(declarations).map(([name, declaration]) => [name, declaration.default]);
  return Object.fromEntries(entries) as OptionValues<Declarations>; // fromEntries forgets which name has which type
}

