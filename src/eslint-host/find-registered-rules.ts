import type { ESLint, Linter, Rule } from 'eslint';
import type { RuleName } from '../analysis/kinds/kind.js';
import { ruleOptions } from '../analysis/configuration/rule-options.js';
import { packageInfo } from '../package-info.js';

/** One rule of this plugin as a configuration knows it. */
export interface RegisteredRule {
  readonly rule: RuleName;
  /** The name that the project gives the plugin. */
  readonly prefix: string;
  readonly severity: Linter.Severity;
  readonly options: object | undefined;
  readonly schema: NonNullable<Rule.RuleMetaData['schema']>;
}

/** All rules of this package, under whatever name: also those of another copy of it. */
export function findRegisteredRules({ plugins = {}, rules = {} }: Linter.Config): readonly RegisteredRule[] {
  return Object.entries(plugins)
    .filter(([, plugin]) => plugin.meta?.name === packageInfo.name)
    .flatMap(([prefix, plugin]) =>
      ruleNames.flatMap(rule => {
        const schema = schemaOf(plugin, rule);
        return schema ? [{ rule, prefix, schema, ...readEntry(rules[`${prefix}/${rule}`]) }] : [];
      }),
    );
}

const ruleNames = Object.keys(ruleOptions) as readonly RuleName[]; // Object.keys widens to string

/** Undefined where this copy of the plugin has no such rule. */
function schemaOf({ rules = {} }: ESLint.Plugin, rule: RuleName): RegisteredRule['schema'] | undefined {
  const found = rules[rule];
  return typeof found === 'object' ? (found.meta?.schema ?? []) : undefined;
}

/** ESLint gives severities as numbers and options in an array. */
function readEntry(entry: Linter.RuleEntry | undefined): Pick<RegisteredRule, 'severity' | 'options'> {
  const [severity, options] = (Array.isArray(entry) ? entry : [entry ?? 0]) as [Linter.Severity, object?]; // as ESLint normalizes it
  return { severity, options };
}

/** A severity as reports have it; of a rule that is off, too. */
export function nameSeverity(severity: Linter.Severity): 'error' | 'warning' {
  return severity === 1 ? 'warning' : 'error';
}
