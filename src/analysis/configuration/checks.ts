import type { Operation } from '../../catalogue/library-entry.js';
import type { RuleName } from '../kinds/kind.js';
import { kinds, kindsOf, type Kind } from '../kinds/kinds.js';
import { defaultOptions, presets, ruleOptions, type PresetName, type RuleOptions } from './rule-options.js';
import type { TypeOrValueSpecifier } from './settings.js';
import { toCurrentName } from './current-name.js';

/** What the analysis is to look for. */
export interface Checks {
  /** The kinds of findings, each with the operations that count as one. */
  readonly kinds: ReadonlyMap<Kind, ReadonlySet<Operation>>;
  /** Whether a promise counts that a route handler returns inside an object. */
  readonly checkReturnedObjects: boolean;
  /** Whether blocking calls count that are over in a moment. */
  readonly checkCheapCalls: boolean;
  /** Functions that may block. */
  readonly allowBlocking: readonly TypeOrValueSpecifier[];
}

/** What is looked for where no rule asks. */
const noChecks: Checks = {
  kinds: new Map(),
  checkReturnedObjects: false,
  checkCheapCalls: false,
  allowBlocking: [],
};

/** What the options of `no-unawaited-calls` ask for. */
export function checksOfUnawaitedCalls(options: RuleOptions['no-unawaited-calls']): Checks {
  const operations = operationsThatCount(options);
  const ignored = new Set(options.ignoreKinds.map(name => toCurrentName('kind', name)));
  const wanted = kindsThatAreOn('no-unawaited-calls', options).filter(kind => !ignored.has(kind));
  return {
    ...noChecks,
    kinds: new Map(wanted.map(kind => [kind, operations])),
    checkReturnedObjects: options.checkReturnedObjects,
  };
}

/** What the options of `no-fire-and-forget` ask for. */
export function checksOfFireAndForget(options: RuleOptions['no-fire-and-forget']): Checks {
  const operations = operationsThatCount({ checkReads: true, checkConnections: false });
  return {
    ...noChecks,
    kinds: new Map(kindsThatAreOn('no-fire-and-forget', options).map(kind => [kind, operations])),
  };
}

/** What the options of `no-blocking-calls` ask for. */
export function checksOfBlockingCalls({ allow, checkCheapCalls }: RuleOptions['no-blocking-calls']): Checks {
  const operations = operationsThatCount({ checkReads: true, checkConnections: true });
  return {
    ...noChecks,
    kinds: new Map(kindsOf('no-blocking-calls').map(kind => [kind, operations])),
    checkCheapCalls,
    allowBlocking: allow,
  };
}

/** The kinds of a rule that no option turns off. */
function kindsThatAreOn(rule: RuleName, options: Readonly<Record<string, unknown>>): readonly Kind[] {
  return kindsOf(rule).filter(kind => {
    const { option } = kinds[kind];
    return option === undefined || options[option] === true;
  });
}

/** Whether a kind is looked for, or one that it may turn out to be once more is known of the call. */
export function isLookedFor(kind: Kind, { kinds: wanted }: Checks): boolean {
  return wanted.has(kind) || [...wanted.keys()].some(other => kinds[other].mayRefine?.(kind));
}

function operationsThatCount({
  checkConnections,
  checkReads,
}: Pick<RuleOptions['no-unawaited-calls'], 'checkConnections' | 'checkReads'>): ReadonlySet<Operation> {
  return new Set<Operation>([
    'write',
    'transaction',
    'unknown',
    ...(checkReads ? ['read' as const] : []),
    ...(checkConnections ? ['connection' as const] : []),
  ]);
}

/** Rules that are on, each with the options that are set; those that are not have their defaults. */
export type RulesWithOptions = { readonly [Rule in RuleName]?: Partial<RuleOptions[Rule]> };

/** What all rules of a preset ask for together. */
export function checksOfPreset(name: PresetName): Checks {
  return checksOfRules(presets[name]);
}

/** What some rules ask for together: what each of them would find alone. */
export function checksOfRules(rules: RulesWithOptions): Checks {
  const unawaited = rules['no-unawaited-calls'];
  const detached = rules['no-fire-and-forget'];
  const blocking = rules['no-blocking-calls'];
  const parts = [
    ...(unawaited
      ? [checksOfUnawaitedCalls({ ...defaultOptions(ruleOptions['no-unawaited-calls']), ...unawaited })]
      : []),
    ...(detached ? [checksOfFireAndForget({ ...defaultOptions(ruleOptions['no-fire-and-forget']), ...detached })] : []),
    ...(blocking ? [checksOfBlockingCalls({ ...defaultOptions(ruleOptions['no-blocking-calls']), ...blocking })] : []),
  ];
  return {
    kinds: new Map(parts.flatMap(part => [...part.kinds])),
    checkReturnedObjects: parts.some(part => part.checkReturnedObjects),
    checkCheapCalls: parts.some(part => part.checkCheapCalls),
    allowBlocking: parts.flatMap(part => part.allowBlocking),
  };
}

/** The same, and dropped calls in functions that are not async, where dropped calls are looked for at all. */
export function withSyncFunctions(checks: Checks): Checks {
  const operations = checks.kinds.get('floating');
  return operations ? { ...checks, kinds: new Map([...checks.kinds, ['inSyncFunction', operations]]) } : checks;
}
