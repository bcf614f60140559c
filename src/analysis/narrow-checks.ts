import { checksOfRules, type Checks, type RulesWithOptions } from './checks.js';
import { kinds, type Kind, type RuleName } from './kinds.js';
import { presets, type PresetName } from './rule-options.js';

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

function isWantedKind(kind: Kind, { only, rules, skip }: FindingFilter): boolean {
  return (rules?.includes(kinds[kind].rule) ?? true) && (only?.includes(kind) ?? true) && skip?.includes(kind) !== true;
}

/** What a preset asks for, and what a reader names beyond it: a rule with its defaults, a kind as the strict preset has it. */
export function widenPreset(preset: PresetName, { only = [], rules = [] }: FindingFilter): Checks {
  const named: RulesWithOptions = Object.fromEntries(rules.map(rule => [rule, {}]));
  const checks = checksOfRules({ ...named, ...presets[preset] });
  const { kinds: all } = checksOfRules(presets.strict);
  const missing = [...all].filter(([kind]) => only.includes(kind) && !checks.kinds.has(kind));
  return { ...checks, kinds: new Map([...checks.kinds, ...missing]) };
}
