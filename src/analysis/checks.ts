import { kindsOf, type Kind } from './kinds.js';
import { defaultOptions, presets, ruleOptions, type PresetName, type RuleOptions } from './rule-options.js';

/** What the analysis is to look for. */
export interface Checks {
  readonly kinds: ReadonlySet<Kind>;
  /** Whether reads count, or only what changes data. */
  readonly checkReads: boolean;
  /** Whether opening and closing a connection counts. */
  readonly checkConnections: boolean;
  /** Whether a promise counts that a route handler returns inside an object. */
  readonly checkReturnedObjects: boolean;
}

/** What the options of `no-unawaited-calls` ask for. */
export function checksOfUnawaitedCalls(options: RuleOptions['no-unawaited-calls']): Checks {
  const ignored: readonly Kind[] = options.checkSyncFunctions ? options.ignoreKinds : [...options.ignoreKinds, 'inSyncFunction'];
  return {
    kinds: new Set(kindsOf('no-unawaited-calls').filter(kind => !ignored.includes(kind))),
    checkReads: options.checkReads,
    checkConnections: options.checkConnections,
    checkReturnedObjects: options.checkReturnedObjects,
  };
}

/** What the options of `no-fire-and-forget` ask for. */
export function checksOfFireAndForget({ checkCallbacks, checkHandled, checkVoid }: RuleOptions['no-fire-and-forget']): Checks {
  const isWanted: Partial<Record<Kind, boolean>> = { callbackDetached: checkCallbacks, handledNotAwaited: checkHandled, voided: checkVoid };
  return {
    kinds: new Set(kindsOf('no-fire-and-forget').filter(kind => isWanted[kind])),
    checkReads: true,
    checkConnections: false,
    checkReturnedObjects: false,
  };
}

/** What all rules of a preset ask for together. */
export function checksOfPreset(name: PresetName): Checks {
  const rules = presets[name];
  const unawaited = rules['no-unawaited-calls'];
  const detached = rules['no-fire-and-forget'];
  const parts = [
    ...(unawaited ? [checksOfUnawaitedCalls({ ...defaultOptions(ruleOptions['no-unawaited-calls']), ...unawaited })] : []),
    ...(detached ? [checksOfFireAndForget({ ...defaultOptions(ruleOptions['no-fire-and-forget']), ...detached })] : []),
  ];
  return {
    kinds: new Set(parts.flatMap(part => [...part.kinds])),
    checkReads: parts.some(part => part.checkReads),
    checkConnections: parts.some(part => part.checkConnections),
    checkReturnedObjects: parts.some(part => part.checkReturnedObjects),
  };
}
