import type { RuleName } from '../kinds/kind.js';
import type { Kind } from '../kinds/kinds.js';
import type { FormerName } from './current-name.js';
import type { TypeOrValueSpecifier } from './settings.js';

/** One option of a rule, as data: its JSON schema, its default and its documentation are this one declaration. */
export type OptionDeclaration =
  | { readonly type: 'boolean'; readonly default: boolean; readonly description: string }
  | { readonly type: 'kinds'; readonly default: readonly Kind[]; readonly description: string }
  | { readonly type: 'specifiers'; readonly default: readonly TypeOrValueSpecifier[]; readonly description: string };

interface ValueOfType {
  readonly boolean: boolean;
  readonly kinds: readonly (Kind | FormerName<'kind'>)[];
  readonly specifiers: readonly TypeOrValueSpecifier[];
}

/** The options of one rule, by name. */
export type OptionDeclarations = Readonly<Record<string, OptionDeclaration>>;

/** The values that declared options take. */
export type OptionValues<Declarations extends OptionDeclarations> = {
  readonly [Name in keyof Declarations]: ValueOfType[Declarations[Name]['type']];
};

/** The options of every rule. */
export const ruleOptions = {
  'no-unawaited-calls': {
    checkReads: {
      type: 'boolean',
      default: true,
      description: 'Whether to report calls that only read. Calls that change data are always reported.',
    },
    checkConnections: {
      type: 'boolean',
      default: false,
      description: 'Whether to report opening and closing a connection: `connect`, `initialize`, `close`, `destroy`.',
    },
    checkSyncFunctions: {
      type: 'boolean',
      default: false,
      description: 'Whether to report calls that are dropped in functions that are not async (kind `inSyncFunction`).',
    },
    checkReturnedObjects: {
      type: 'boolean',
      default: false,
      description:
        'Whether to report a promise that a route handler without a return type returns inside an object (kind `serialized`).',
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
        'Whether `eslint --fix` awaits calls if that cannot change what correct code does. Otherwise the same edit is a suggestion.',
    },
  },
  'no-fire-and-forget': {
    checkCallbacks: {
      type: 'boolean',
      default: true,
      description: 'Whether to report calls in the callback of a timer or an event emitter (kind `callbackDetached`).',
    },
    checkVoid: {
      type: 'boolean',
      default: true,
      description: 'Whether to report `void repository.save(x)` (kind `voided`).',
    },
    checkHandled: {
      type: 'boolean',
      default: true,
      description:
        'Whether to report a call that has a rejection handler but is not awaited (kind `handledNotAwaited`).',
    },
    checkCommented: {
      type: 'boolean',
      default: true,
      description: 'Whether to report a call that a comment says is not awaited (kind `commentedNotAwaited`).',
    },
  },
  'no-blocking-calls': {
    allow: {
      type: 'specifiers',
      default: [],
      description:
        'Functions of a library or the project that may block: by name, as `Type.method`, or with the file or package that declares them.',
    },
    checkCheapCalls: {
      type: 'boolean',
      default: false,
      description:
        'Whether to report calls that usually complete in a moment, such as `existsSync`, `statSync` and `randomBytes`, or that mostly run in builds, such as those of esbuild.',
    },
  },
} as const satisfies Record<RuleName, OptionDeclarations>;

/** All rules, in the order of their declaration. */
export const ruleNames = Object.keys(ruleOptions) as readonly RuleName[]; // Object.keys widens to string

/** Options of every rule, with their defaults filled in. */
export type RuleOptions = { readonly [Rule in RuleName]: OptionValues<(typeof ruleOptions)[Rule]> };

/** Public name of a preset. */
export type PresetName = 'recommended' | 'strict';

/** The rules that a preset turns on, each with the options it sets. */
export const presets: Readonly<Record<PresetName, { readonly [Rule in RuleName]?: Partial<RuleOptions[Rule]> }>> = {
  recommended: { 'no-unawaited-calls': {}, 'no-blocking-calls': {} },
  strict: {
    'no-unawaited-calls': { checkConnections: true, checkReturnedObjects: true, checkSyncFunctions: true },
    'no-fire-and-forget': {},
    'no-blocking-calls': {},
  },
};

/** The values that hold where nothing is configured. */
export function defaultOptions<Declarations extends OptionDeclarations>(
  declarations: Declarations,
): OptionValues<Declarations> {
  const entries = Object.entries(declarations).map(([name, declaration]) => [name, declaration.default]);
  return Object.fromEntries(entries) as OptionValues<Declarations>; // fromEntries forgets which name has which type
}
