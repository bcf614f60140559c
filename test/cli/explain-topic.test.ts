import { expect, test } from 'vitest';
import { kindNames, kinds } from '../../src/analysis/kinds/kinds.js';
import { runCli } from '../../src/cli/run-cli.js';
import { ruleNames } from '../../src/codemods/options.js';
import { root } from '../support/paths.js';
import { runInProcess } from '../support/run-in-process.js';

test.each(kindNames)(
  'explain %s prints its part of the page, with examples and the link, and no other part',
  async kind => {
    const { code, error, out } = await runInProcess(root, ['explain', kind]);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out.startsWith(`${kinds[kind].title} [${kind}]\n${kinds[kind].description}\n`)).toBe(true);
    expect(out).toMatch(/\n {2}Incorrect:\n {4}.*\n {2}Correct:\n {4}/s);
    expect(out.trimEnd()).toMatch(new RegExp(`/docs/rules/${kinds[kind].rule}\\.md#${kind.toLowerCase()}$`));
    expect(out).not.toMatch(/^#|^```/m);
  },
);

test.each(ruleNames)('explain %s says what the rule is about, and lists its kinds', async rule => {
  const { code, out } = await runInProcess(root, ['explain', rule]);
  expect(code).toBe(0);
  expect(out).toMatch(new RegExp(`^persistence/${rule}\n\n(?:Disallows|Reports|Requires) `));
  for (const kind of kindNames)
    expect(new RegExp(`^ {2}${kind} `, 'm').test(out), kind).toBe(kinds[kind].rule === rule);
});

test('explain without a name lists every kind', async () => {
  const { out } = await runInProcess(root, ['explain']);
  for (const kind of kindNames) expect(out).toMatch(new RegExp(`^ {2}${kind} +.*${kinds[kind].title.slice(-8)}$`, 'm'));
});

test.each(['persistence/no-unawaited-calls/floating', '[floating]', 'persistence/no-unawaited-calls'])(
  '%s is a name, as reports show it',
  async name => {
    expect(await runInProcess(root, ['explain', name])).toMatchObject({ code: 0, error: '' });
  },
);

test('another name is refused with 2, in a line that has all names', async () => {
  const { code, error, out } = await runInProcess(root, ['explain', 'flying']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(error).toMatch(
    /^flying: no kind or rule has this name\. Rules are no-unawaited-calls, .*kinds are floating, /,
  );
  expect(error.trimEnd()).not.toContain('\n');
});

test('no line but one of code is longer than the terminal', async () => {
  const out: string[] = [];
  const display = { width: 60, style: (_: string, text: string) => text };
  await runCli(['explain', 'floating'], { cwd: root, out: text => out.push(text), error: () => undefined, display });
  const prose = out
    .join('')
    .split('\n')
    .filter(line => !line.startsWith('    ') && !line.startsWith('https://'));
  expect(Math.max(...prose.map(line => line.length))).toBeLessThan(60);
});
