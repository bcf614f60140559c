import { expect, test } from 'vitest';
import { ESLint } from 'eslint';
import { kindsOf } from '../src/analysis/kinds/kinds.js';
import { ruleOptions } from '../src/analysis/configuration/rule-options.js';
import plugin from '../src/index.js';
import { root } from './support/paths.js';

test('each preset registers the plugin, sets no parser and covers TypeScript', () => {
  for (const [name, config] of Object.entries(plugin.configs)) {
    expect(config).toMatchObject({ name: `persistence/${name}`, files: ['**/*.{ts,tsx,mts,cts}'] });
    expect(config.plugins?.['persistence']).toBe(plugin);
    expect(config.languageOptions).toBeUndefined();
  }
});

test('strict holds all of recommended, and more', () => {
  const { recommended, strict } = plugin.configs;
  expect(Object.keys(strict.rules ?? {})).toEqual(expect.arrayContaining(Object.keys(recommended.rules ?? {})));
  expect(strict.rules).not.toEqual(recommended.rules);
});

test.each(['recommended', 'strict'] as const)('ESLint takes %s, with every option it sets', async preset => {
  const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: [plugin.configs[preset]] });
  const config = (await eslint.calculateConfigForFile('src/some.ts')) as { rules: Record<string, unknown[]> };
  expect(config.rules['persistence/no-unawaited-calls']?.[0]).toBe(2);
});

test.each(['no-unawaited-calls', 'no-fire-and-forget', 'no-blocking-calls'] as const)(
  'every option of %s has a default and every kind a message',
  name => {
    const rule = plugin.rules[name];
    const [defaults] = (rule.meta?.defaultOptions ?? []) as readonly object[]; // ESLint leaves the type open
    expect(Object.keys(defaults ?? {})).toEqual(Object.keys(ruleOptions[name]));
    expect(Object.keys(rule.meta?.messages ?? {})).toEqual(expect.arrayContaining([...kindsOf(name)]));
  },
);
