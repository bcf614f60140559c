import { checksOfRules, type Checks } from './checks.js';
import type { RuleName } from '../kinds/kind.js';
import { kinds, type Kind } from '../kinds/kinds.js';
import { presets } from './rule-options.js';

/** Which findings a reader wants to see; all where nothing is said. */
export interface FindingFilter {
  readonly rules?: readonly RuleName[] | undefined;
  readonly only?: readonly Kind[] | undefined;
  readonly skip?: readonly Kind[] | undefined;
}

/** Leaves out what a reader does not want to see. */
export function narrowChecks(checks: Checks, filter: FindingFilter): Checks {
  const wanted = [...checks.kinds].filter(([kind]) => isWantedKind(kind, filter));
  return wanted.length === checks.kinds.size ? checks : { ...checks, kinds: new Map(wanted) };
}

/** Whether a reader wants to see findings of a kind. */
export function isWantedKind(kind: Kind, { only, rules, skip }: FindingFilter): boolean {
  return (rules?.includes(kinds[kind].rule) ?? true) && (only?.includes(kind) ?? true) && skip?.includes(kind) !== true;
}

/** The rules that a reader names, themselves or by a kind: they hold whatever is configured. */
export function rulesNamedIn({ only = [], rules = [] }: FindingFilter): readonly RuleName[] {
  return [...new Set([...rules, ...only.map(kind => kinds[kind].rule)])];
}

/** Adds the kinds that a reader names, as the strict preset has them. */
export function widenChecks(checks: Checks, { only = [] }: FindingFilter): Checks {
  const missing = only.filter(kind => !checks.kinds.has(kind));
  if (missing.length === 0) return checks;
  const { kinds: all } = checksOfRules(presets.strict);
  return { ...checks, kinds: new Map([...checks.kinds, ...[...all].filter(([kind]) => missing.includes(kind))]) };
}
