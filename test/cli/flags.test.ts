import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { kindsOf } from '../../src/analysis/kinds/kinds.js';
import type { Report } from '../../src/analysis/report/report.js';
import { createProject, light, lightConfig } from '../support/create-project.js';
import { runInProcess } from '../support/run-in-process.js';

/** One call of each of two rules, and of two kinds of the first. */
const several = light.replace(
  'threads.create(); }',
  'threads.create(); void threads.create(); const kept = threads.create(); }',
);

let cwd: string;

beforeEach(() => {
  cwd = createProject({
    'tsconfig.json': JSON.stringify(lightConfig),
    'src/several.ts': several,
    'src/clean.ts': 'export {};\n',
  });
});

test.each<readonly [readonly string[], readonly string[]]>([
  [[], ['floating', 'neverAwaited']],
  [
    ['--preset', 'strict'],
    ['floating', 'voided', 'neverAwaited'],
  ],
  [['--rule', 'no-fire-and-forget'], ['voided']],
  [
    ['--rule', 'persistence/no-unawaited-calls', '--preset', 'strict'],
    ['floating', 'neverAwaited'],
  ],
  [['--only', 'voided'], ['voided']],
  [
    ['--only', 'floating,neverAwaited'],
    ['floating', 'neverAwaited'],
  ],
  [
    ['--only', 'floating', '--only', 'voided'],
    ['floating', 'voided'],
  ],
  [
    ['--preset', 'strict', '--skip', 'floating'],
    ['voided', 'neverAwaited'],
  ],
])('%j finds %j', async (words, kinds) => {
  const { out } = await runInProcess(cwd, ['scan', '--reporter', 'json', ...words]);
  expect((JSON.parse(out) as Report).files.flatMap(({ findings }) => findings.map(({ kind }) => kind))).toEqual(kinds);
});

test('--max-findings says how many may be left', async () => {
  expect(await runInProcess(cwd, ['scan', '--max-findings', '1'])).toMatchObject({ code: 1 });
  const { code, out } = await runInProcess(cwd, ['scan', '--max-findings', '2']);
  expect({ code, out }).toEqual({ code: 0, out: (await runInProcess(cwd, ['scan'])).out });
});

test('--statistics stands behind the report, in each form that people read', async () => {
  const { out } = await runInProcess(cwd, ['scan']);
  const words = ['scan', '--statistics', '--reporter', 'table', '--reporter', 'markdown=report.md'];
  const { out: counted } = await runInProcess(cwd, [...words, '--reporter', 'json=report.json']);
  expect(counted.slice(0, out.length)).toBe(out);
  expect(counted.slice(out.length)).toMatch(/^\nBy kind\n {2}1 {2}floating +1 fixable\n.*By library\n.*By folder\n/s);
  expect(readFileSync(resolve(cwd, 'report.md'), 'utf8')).toContain('| Kind | Findings | Outcomes |');
  expect(JSON.parse(readFileSync(resolve(cwd, 'report.json'), 'utf8'))).toMatchObject({ summary: { findings: 2 } });
});

test('--check prints the names of files with something left to do, and nothing else', async () => {
  expect(await runInProcess(cwd, ['fix', '--check'])).toEqual({ code: 1, out: 'src/several.ts\n', error: '' });
  expect(await runInProcess(cwd, ['fix', '--check', 'src/clean.ts'])).toEqual({ code: 0, out: '', error: '' });
});

test('a dry run and --write print the same counts', async () => {
  const countsOf = (out: string): object => {
    const {
      files,
      skipped,
      summary: { fixable, fixed, ...summary },
    } = JSON.parse(out) as Report;
    return {
      summary,
      mended: fixable + fixed,
      skipped,
      outcomes: files.flatMap(({ findings }) =>
        findings.map(({ id, outcome }) => [id, outcome.replace('fixable', 'fixed')]),
      ),
    };
  };
  const dry = await runInProcess(cwd, ['fix', '--reporter', 'json']);
  const written = await runInProcess(cwd, ['fix', '--reporter', 'json', '--write', '--allow-dirty']);
  expect(countsOf(written.out)).toEqual(countsOf(dry.out));
  expect(readFileSync(resolve(cwd, 'src/several.ts'), 'utf8')).not.toBe(several);
});

test('--quiet leaves standard error to errors', async () => {
  expect(await runInProcess(cwd, ['fix', '--diff', 'src/clean.ts'])).toMatchObject({
    error: expect.stringContaining('No lost persistence call') as string,
  });
  expect(await runInProcess(cwd, ['fix', '--diff', 'src/clean.ts', '--quiet'])).toMatchObject({ out: '', error: '' });
});

test.each([
  [['scan', '--rule', 'no-such-rule'], /Allowed choices are no-unawaited-calls, no-fire-and-forget/],
  [['scan', '--only', 'flying'], /Allowed choices are floating, /],
  [['scan', '--shard', '3'], /Use INDEX\/COUNT, for example 1\/3\./],
  [['scan', '--shard', '3/2'], /^Invalid shard 3\/2: /],
  [['scan', '--concurrency', '0'], /Use a whole number of at least 1\./],
  [['scan', '--max-findings', 'few'], /Use a whole number\./],
  [['fix', '--check', '--write'], /'--check' cannot be used with option '--write'/],
  [['fix', '--patch', 'gone/fixes.patch'], /gone\/fixes\.patch: the patch cannot be written there/],
  [['fix', '--patch', 'src'], /src: the patch cannot be written there because it is a folder\. Name a file\.$/],
  [['fix', '--diff', '--output', 'fixes.patch'], /'--diff' cannot be used with option '--output <file>'/],
  [['fix', '--diff', '--reporter', 'json'], /'--diff' cannot be used with option '--reporter <name>'/],
  [['fix', '--check', '--reporter', 'json'], /'--check' cannot be used with option '--reporter <name>'/],
  [['fix', '--include-public'], /^--include-public requires --make-async\.$/],
  [['fix', '--threads', '3'], /^--threads requires --executor\.$/],
  [
    ['scan', '--explain', 'src/clean.ts:1', '--output', 'why.txt'],
    /'--explain <file:line>' cannot be used with option '--output <file>'/,
  ],
  [
    ['scan', '--explain', 'src/clean.ts:1', '--reporter', 'sarif'],
    /^--explain supports only the reporters table and json, not sarif\.$/,
  ],
  [
    ['scan', '--explain', 'src/clean.ts:1', '--reporter', 'json=why.json'],
    /^--explain prints one report to standard output\. Use one --reporter, table or json, without a file\.$/,
  ],
  [
    ['scan', '--explain', 'src/clean.ts:1', '--reporter', 'json', '--reporter', 'table'],
    /^--explain prints one report to standard output\./,
  ],
  [
    ['scan', '--reporter', 'json', '--reporter', 'github'],
    /^--reporter json and --reporter github would both be written to standard output\. Give all but one a file, as in --reporter github=FILE\.$/,
  ],
  [
    ['scan', '--reporter', 'json', '--reporter', 'github', '--output', 'one.txt'],
    /^--reporter json and --reporter github would both be written to one\.txt\./,
  ],
  [
    ['scan', '--reporter', 'json=one.txt', '--output', 'two.txt'],
    /^--output two\.txt: each --reporter already names its own file\. Remove --output, or the file of one of them\.$/,
  ],
  [
    ['scan', '--reporter', 'json=one.txt', '--reporter', 'sarif=src/../one.txt'],
    /one\.txt: both --reporter json and --reporter sarif would be written there\. Name two files\.$/,
  ],
  [
    ['scan', '--reporter', 'sarif', '--reporter', 'json=one.txt', '--output', 'one.txt'],
    /one\.txt: both --reporter sarif and --reporter json would be written there\. Name two files\.$/,
  ],
  [
    ['scan', '--statistics', '--reporter', 'json'],
    /^--statistics works only with the reporters table and markdown\. Use one of them, or count the findings in the JSON report\.$/,
  ],
  [['fix', '--diff', '--statistics'], /'--diff' cannot be used with option '--statistics'/],
  [['fix', '--baseline', 'known.json'], /unknown option '--baseline'/],
  [['scan', '--reporter', 'json='], /Name the file, as in json=FILE, or remove the equals sign\.$/],
  [['scan', '--reporter', 'json=gone/report.json'], /gone\/report\.json: the report cannot be written there/],
  [['scan', '--reporter', 'xml=report.xml'], /Allowed choices are table, json, /],
  [
    ['fix', '--reporter', 'json=one.txt', '--patch', 'one.txt'],
    /one\.txt: both the report and --patch would be written there\. Name two files\.$/,
  ],
  [
    ['scan', 'src/clean.ts', '--explain', 'src/clean.ts:1'],
    /^src\/clean\.ts: --explain names the file itself\. Remove the paths\.$/,
  ],
  [
    ['scan', '--explain', 'src/clean.ts:1', '--shard', '1/2'],
    /'--explain <file:line>' cannot be used with option '--shard <part>'/,
  ],
  [
    ['scan', '--explain', 'src/clean.ts:1', '--since', 'HEAD'],
    /'--explain <file:line>' cannot be used with option '--since <revision>'/,
  ],
  [
    ['fix', '--output', 'one.txt', '--patch', 'src/../one.txt'],
    /one\.txt: both the report and --patch would be written there\. Name two files\.$/,
  ],
  [
    ['scan', '--only', 'floating', '--skip', 'floating'],
    /^floating: both --only and --skip name this kind\. Remove one of them\.$/,
  ],
  [['scan', '--only', 'floating,voided', '--skip', 'voided'], /^voided: both --only and --skip name this kind\./],
  [
    ['scan', '--only', 'floating', '--rule', 'no-fire-and-forget'],
    /^floating: --only names this kind of no-unawaited-calls, but --rule leaves that rule out\. Name it as well, or remove one of them\.$/,
  ],
  [
    ['scan', '--rule', 'no-fire-and-forget', '--skip', kindsOf('no-fire-and-forget').join()],
    /^--skip leaves out every selected kind\.$/,
  ],
  [
    [
      'scan',
      '--preset',
      'recommended',
      '--skip',
      [...kindsOf('no-unawaited-calls'), ...kindsOf('no-blocking-calls')].join(),
    ],
    /^--skip leaves out every kind that the preset recommended reports\.$/,
  ],
  [
    [
      'scan',
      '--no-eslint-config',
      '--skip',
      [...kindsOf('no-unawaited-calls'), ...kindsOf('no-blocking-calls')].join(),
    ],
    /^--skip leaves out every kind that the preset recommended reports\.$/,
  ],
  [
    ['fix', '--executor', 'src/gone.ts#open'],
    /src\/gone\.ts: no such file\. Name the one that opens the database with --executor\.$/,
  ],
  [
    ['fix', '--executor', 'tsconfig.json#open'],
    /tsconfig\.json: not part of \S+tsconfig\.json, so the database cannot be opened with it\. Name the tsconfig that includes it with --project\.$/,
  ],
  [['fix', '--executor', 'src/clean.ts#open'], /src\/clean\.ts: does not export `open`\.$/],
  [['fix', '--executor', 'src/clean.ts'], /^--executor src\/clean\.ts: name the file and the export/],
  [
    ['fix', '--executor', 'src/clean.ts#open', '--only', 'floating'],
    /^--executor fixes findings of the kind blockingCall, which --only, --rule or --skip leaves out\.$/,
  ],
  [
    ['fix', '--make-async', '--rule', 'no-blocking-calls'],
    /^--make-async fixes unawaited calls, which --only, --rule or --skip leaves out\.$/,
  ],
  [['scan', '-p', 'gone-*'], /gone-\*: no tsconfig matches this\.$/],
  [['scan', 'notes.md'], /notes\.md: no such file or folder\.$/],
  [
    ['scan', 'tsconfig.json'],
    /tsconfig\.json: matches no TypeScript file of .*\. Name the tsconfig that includes it with --project\.$/,
  ],
  [['scan', '-p', 'packages/*'], /packages\/\*: no tsconfig matches this\.$/],
])('%j is refused with 2, in one line', async (words, message) => {
  const { code, error, out } = await runInProcess(cwd, words);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(error.trimEnd()).toMatch(message);
  expect(error.trimEnd()).not.toContain('\n');
});

test.each([
  [['scan', '--only', 'floating', '--skip', 'voided']],
  [['scan', '--only', 'floating,voided', '--rule', 'no-unawaited-calls,no-fire-and-forget']],
  [['scan', '--rule', 'no-fire-and-forget', '--skip', 'floating']],
  [['scan', '--preset', 'strict', '--skip', kindsOf('no-unawaited-calls').join()]],
  [['scan', '--preset', 'recommended', '--rule', 'no-fire-and-forget', '--skip', kindsOf('no-unawaited-calls').join()]],
  [['fix', '--make-async', '--only', 'floating']],
  [['fix', '--output', 'one.txt', '--patch', 'two.txt']],
])('%j mean something', async words => {
  const { code, error } = await runInProcess(cwd, words);
  expect(error).toBe('');
  expect(code).toBeLessThan(2);
});

test('a file of which --skip leaves nothing to look for is named as one that was not judged', async () => {
  const folder = createProject({
    'tsconfig.json': JSON.stringify(lightConfig),
    'src/a.ts': light,
    'src/b.ts': light,
    'eslint.config.js':
      "import persistence from 'eslint-plugin-persistence';\nexport default [persistence.configs.recommended, { files: ['src/a.ts'], rules: { 'persistence/no-blocking-calls': 'off' } }];",
  });
  const { out } = await runInProcess(folder, [
    'scan',
    '--reporter',
    'json',
    '--skip',
    kindsOf('no-unawaited-calls').join(),
  ]);
  expect(JSON.parse(out)).toMatchObject({
    skipped: [{ path: 'src/a.ts', cause: 'leftOut', reason: 'no rule that is on for it is selected' }],
    summary: { files: 1 },
  });
});

test('nothing is written where the report or the patch could not be', async () => {
  const code = readFileSync(resolve(cwd, 'src/several.ts'), 'utf8');
  for (const place of [
    ['--output', 'gone/report.json'],
    ['--patch', 'gone/fixes.patch'],
  ]) {
    expect(await runInProcess(cwd, ['fix', '--write', '--allow-dirty', ...place])).toMatchObject({ code: 2, out: '' });
  }
  expect(readFileSync(resolve(cwd, 'src/several.ts'), 'utf8')).toBe(code);
});

test('help names the default of each flag that has one', async () => {
  const { out } = await runInProcess(cwd, ['fix', '--help']);
  const text = out.replace(/\s+/g, ' ');
  for (const words of [
    'default: the nearest',
    'default: 1',
    'default: those of the ESLint configuration, else recommended',
    'default: table',
    'default: 0',
    'default: "file"',
    'default: 5',
  ]) {
    expect(text).toContain(words);
  }
});

test('help of each command groups its flags and gives examples', async () => {
  const { code, out } = await runInProcess(cwd, ['fix', '--help']);
  expect(code).toBe(0);
  expect(out).toMatch(/Input:.*--workspaces.*Rules:.*--only.*Output:.*--reporter.*Changes:.*--write.*Examples:/s);
});
