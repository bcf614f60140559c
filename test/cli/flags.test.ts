import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Report } from '../../src/analysis/report/report.js';
import { createProject, light, lightConfig } from '../support/create-project.js';
import { runInProcess } from '../support/run-in-process.js';

/** One call of each of two rules, and of two kinds of the first. */
const several = light.replace('threads.create(); }', 'threads.create(); void threads.create(); const kept = threads.create(); }');

let cwd: string;

beforeEach(() => {
  cwd = createProject({ 'tsconfig.json': JSON.stringify(lightConfig), 'src/several.ts': several, 'src/clean.ts': 'export {};\n' });
});

test.each<readonly [readonly string[], readonly string[]]>([
  [[], ['floating', 'neverAwaited']],
  [['--preset', 'strict'], ['floating', 'voided', 'neverAwaited']],
  [['--rule', 'no-fire-and-forget'], ['voided']],
  [['--rule', 'persistence/no-unawaited-calls', '--preset', 'strict'], ['floating', 'neverAwaited']],
  [['--only', 'voided'], ['voided']],
  [['--only', 'floating,neverAwaited'], ['floating', 'neverAwaited']],
  [['--only', 'floating', '--only', 'voided'], ['floating', 'voided']],
  [['--preset', 'strict', '--skip', 'floating'], ['voided', 'neverAwaited']],
])('%j finds %j', async (words, kinds) => {
  const { out } = await runInProcess(cwd, ['scan', '--reporter', 'json', ...words]);
  expect((JSON.parse(out) as Report).files.flatMap(({ findings }) => findings.map(({ kind }) => kind))).toEqual(kinds);
});

test('--max-findings says how many may be left', async () => {
  expect(await runInProcess(cwd, ['scan', '--max-findings', '1'])).toMatchObject({ code: 1 });
  const { code, out } = await runInProcess(cwd, ['scan', '--max-findings', '2']);
  expect({ code, out }).toEqual({ code: 0, out: (await runInProcess(cwd, ['scan'])).out });
});

test('--check prints the names of files with something left to do, and nothing else', async () => {
  expect(await runInProcess(cwd, ['fix', '--check'])).toEqual({ code: 1, out: 'src/several.ts\n', error: '' });
  expect(await runInProcess(cwd, ['fix', '--check', 'src/clean.ts'])).toEqual({ code: 0, out: '', error: '' });
});

test('a dry run and --write print the same counts', async () => {
  const countsOf = (out: string): object => {
    const { files, skipped, summary } = JSON.parse(out) as Report;
    return { summary, skipped, outcomes: files.flatMap(({ findings }) => findings.map(({ id, outcome }) => [id, outcome])) };
  };
  const dry = await runInProcess(cwd, ['fix', '--reporter', 'json']);
  const written = await runInProcess(cwd, ['fix', '--reporter', 'json', '--write']);
  expect(countsOf(written.out)).toEqual(countsOf(dry.out));
  expect(readFileSync(resolve(cwd, 'src/several.ts'), 'utf8')).not.toBe(several);
});

test('--quiet leaves standard error to errors', async () => {
  expect(await runInProcess(cwd, ['fix', '--diff', 'src/clean.ts'])).toMatchObject({ error: expect.stringContaining('No lost persistence call') as string });
  expect(await runInProcess(cwd, ['fix', '--diff', 'src/clean.ts', '--quiet'])).toMatchObject({ out: '', error: '' });
});

test.each([
  [['scan', '--rule', 'no-such-rule'], /Allowed choices are no-unawaited-calls, no-fire-and-forget/],
  [['scan', '--only', 'flying'], /Allowed choices are floating, /],
  [['scan', '--shard', '3'], /Name a part as 1\/3\./],
  [['scan', '--shard', '3/2'], /^3\/2: this is no part of a whole\./],
  [['scan', '--concurrency', '0'], /Name a whole number from 1\./],
  [['scan', '--max-findings', 'few'], /Name a whole number\./],
  [['fix', '--check', '--write'], /'--check' cannot be used with option '--write'/],
  [['fix', '--patch', 'gone/fixes.patch'], /gone\/fixes\.patch: the patch cannot be written there/],
  [['fix', '--patch', 'src'], /src: the patch cannot be written there, for this is a folder\. Name a file\.$/],
  [['fix', '--diff', '--output', 'fixes.patch'], /'--diff' cannot be used with option '--output <file>'/],
  [['fix', '--diff', '--reporter', 'json'], /'--diff' cannot be used with option '--reporter <name>'/],
  [['fix', '--check', '--reporter', 'json'], /'--check' cannot be used with option '--reporter <name>'/],
  [['fix', '--include-public'], /^--include-public says more about --make-async, and is nothing without it\.$/],
  [['fix', '--threads', '3'], /^--threads says more about --executor, and is nothing without it\.$/],
  [['scan', '--explain', 'src/clean.ts:1', '--output', 'why.txt'], /'--explain <file:line>' cannot be used with option '--output <file>'/],
  [['scan', '--explain', 'src/clean.ts:1', '--reporter', 'sarif'], /^--explain has no form for the reporter sarif, only for table and json\.$/],
  [['scan', 'notes.md'], /notes\.md: no such file or folder\.$/],
  [['scan', 'tsconfig.json'], /tsconfig\.json: no TypeScript file of .* is meant by this\. Name the tsconfig that includes it with --project\.$/],
  [['scan', '-p', 'packages/*'], /packages\/\*: no tsconfig matches this\.$/],
])('%j is refused with 2, in one line', async (words, message) => {
  const { code, error, out } = await runInProcess(cwd, words);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(error.trimEnd()).toMatch(message);
  expect(error.trimEnd()).not.toContain('\n');
});

test('nothing is written where the report or the patch could not be', async () => {
  const code = readFileSync(resolve(cwd, 'src/several.ts'), 'utf8');
  for (const place of [['--output', 'gone/report.json'], ['--patch', 'gone/fixes.patch']]) {
    expect(await runInProcess(cwd, ['fix', '--write', '--allow-dirty', ...place])).toMatchObject({ code: 2, out: '' });
  }
  expect(readFileSync(resolve(cwd, 'src/several.ts'), 'utf8')).toBe(code);
});

test('help names the default of each flag that has one', async () => {
  const { out } = await runInProcess(cwd, ['fix', '--help']);
  const text = out.replace(/\s+/g, ' ');
  for (const words of ['default: the nearest', 'default: 1', 'default: what the ESLint configuration says, else recommended', 'default: "table"', 'default: 0', 'default: "file"', 'default: 5']) {
    expect(text).toContain(words);
  }
});

test('help of each command groups its flags and gives examples', async () => {
  const { code, out } = await runInProcess(cwd, ['fix', '--help']);
  expect(code).toBe(0);
  expect(out).toMatch(/What is read:.*--workspaces.*What is looked for:.*--only.*What is shown:.*--reporter.*What is changed:.*--write.*Examples:/s);
});
