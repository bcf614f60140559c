import type { ESLint, Linter, Rule } from 'eslint';
import type { RuleName } from './analysis/kinds/kind.js';
import { presets, type PresetName } from './analysis/configuration/rule-options.js';
import { packageInfo } from './package-info.js';
import { noBlockingCalls } from './rules/no-blocking-calls.js';
import { noFireAndForget } from './rules/no-fire-and-forget.js';
import { noUnawaitedCalls } from './rules/no-unawaited-calls.js';

export type { LibraryEntry } from './catalogue/library-entry.js';
export type { PersistenceSettings, TypeOrValueSpecifier } from './analysis/configuration/settings.js';

/** The plugin as ESLint takes it: `plugins: { persistence }`, or one of its `configs`. */
export interface PersistencePlugin extends ESLint.Plugin {
  readonly rules: Record<RuleName, Rule.RuleModule>;
  readonly configs: Record<PresetName, Linter.Config>;
}

const namespace = 'persistence';
const ruleModules = {
  'no-unawaited-calls': noUnawaitedCalls,
  'no-fire-and-forget': noFireAndForget,
  'no-blocking-calls': noBlockingCalls,
};

const base = {
  meta: { name: packageInfo.name, version: packageInfo.version, namespace },
  // typescript-eslint types a rule's context more narrowly than ESLint does; at run time they are the same objects.
  rules: ruleModules as unknown as Record<RuleName, Rule.RuleModule>,
};

// The presets hold the plugin that holds them, so they are added to the finished object.
const plugin: PersistencePlugin = Object.assign(base, {
  configs: { recommended: createConfig('recommended', base), strict: createConfig('strict', base) },
});

function createConfig(preset: PresetName, self: ESLint.Plugin): Linter.Config {
  const rules = Object.entries(presets[preset]).map(([name, options]) => [`${namespace}/${name}`, ['error', options]]);
  return {
    name: `${namespace}/${preset}`,
    files: ['**/*.{ts,tsx,mts,cts}'],
    plugins: { [namespace]: self },
    rules: Object.fromEntries(rules) as Linter.RulesRecord, // fromEntries widens its values
  };
}

export default plugin;
// What `require()` gives a CommonJS configuration: the plugin itself instead of a module namespace.
export { plugin as 'module.exports' };
