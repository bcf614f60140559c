import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Report } from '../../src/analysis/report/report.js';
import { createProject, faulty, repaired } from '../support/create-project.js';
import { root } from '../support/paths.js';
import { runInProcess } from '../support/run-in-process.js';

const unmendable = faulty
  .replace('async create(): Promise<void> {', 'static {')
  .replace('this.container', '(null as unknown as Container)');

test('scan exits 1 on findings and 0 without', async () => {
  const cwd = createProject({ 'src/a.ts': faulty });
  expect(await runInProcess(cwd, ['scan'])).toMatchObject({
    code: 1,
    error: '',
    out: expect.stringContaining('1 lost persistence call in 1 file of 1: 1 can be fixed.') as string,
  });
  expect(await runInProcess(createProject({ 'src/a.ts': repaired }), ['scan'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('No lost persistence call in 1 file.') as string,
  });
});

test('fix exits 1 as long as something is left, and 0 once all is repaired', async () => {
  const cwd = createProject({ 'src/a.ts': faulty });
  expect(await runInProcess(cwd, ['fix'])).toMatchObject({
    code: 1,
    out: expect.stringContaining('Nothing was written. Apply the edits with --write.') as string,
  });
  expect(await runInProcess(cwd, ['fix', '--write', '--allow-dirty'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('1 fixed.') as string,
  });
  expect(await runInProcess(cwd, ['fix', '--write', '--allow-dirty'])).toMatchObject({ code: 0 });
  expect(
    await runInProcess(createProject({ 'src/a.ts': unmendable }), ['fix', '--write', '--allow-dirty']),
  ).toMatchObject({ code: 1 });
});

test('fix exits 3 when every edit was taken back', async () => {
  const unusual = `interface ThreadRepository { save(): { then(this: { open: true }, callback: (value: number) => void): void } }
declare const threads: ThreadRepository;
export async function save(): Promise<void> { threads.save(); }
`;
  const result = await runInProcess(createProject({ 'src/a.ts': unusual }), ['fix', '--write', '--allow-dirty']);
  expect(result).toMatchObject({ code: 3, out: expect.stringContaining('1 rolled back') as string });
});

test.each([
  [['scan', 'gone.ts'], /gone\.ts: no such file or folder\.\n$/],
  [['fix', '--write', '-p', 'gone.json'], /gone\.json: no such file or folder\.\n$/],
  [
    ['scan', '--output', 'gone/report.json'],
    /gone\/report\.json: the report cannot be written there \(.*ENOENT.*\)\.\n$/,
  ],
  [['scan', '--preset', 'lax'], /Allowed choices are recommended, strict/],
  [['scan', '--reporter', 'xml'], /Allowed choices are table, json, sarif, markdown, html, github, gitlab/],
  [['scan', '--write'], /unknown option '--write'/],
  [['mend'], /unknown command 'mend'/],
])('%j is refused with 2, on standard error, in one line', async (words, message) => {
  const cwd = createProject({ 'src/a.ts': faulty });
  const { code, error, out } = await runInProcess(cwd, words);
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(error).toMatch(message);
  expect(error.trimEnd()).not.toContain('\n');
  expect(readFileSync(resolve(cwd, 'src/a.ts'), 'utf8')).toBe(faulty);
});

test('help is no error, and names every command', async () => {
  const { code, out } = await runInProcess(root, ['--help']);
  expect(code).toBe(0);
  expect(out).toMatch(/scan .*paths.*\n.*fix .*paths/s);
});

test('the JSON reporter prints the report and nothing else', async () => {
  const cwd = createProject({ 'src/a.ts': faulty });
  const { out } = await runInProcess(cwd, ['scan', '--reporter', 'json']);
  const report = JSON.parse(out) as Report;
  expect(report).toMatchObject({ schemaVersion: 2, mode: 'scan', summary: { findings: 1 } });
});

test('a report goes to the file that --output names', async () => {
  const cwd = createProject({ 'src/a.ts': faulty });
  const { out } = await runInProcess(cwd, ['scan', '--reporter', 'json', '--output', 'report.json']);
  expect(out).toBe('');
  expect(JSON.parse(readFileSync(resolve(cwd, 'report.json'), 'utf8'))).toMatchObject({ summary: { findings: 1 } });
});

test('a run writes each form of its report where it is asked to, and the one without a file to standard output', async () => {
  const cwd = createProject({ 'src/a.ts': faulty });
  const words = ['--reporter', 'table', '--reporter', 'json=a=b.json', '--reporter', 'markdown=report.md'];
  const { code, error, out } = await runInProcess(cwd, ['scan', ...words]);
  expect({ code, error, out }).toEqual({ code: 1, error: '', out: (await runInProcess(cwd, ['scan'])).out });
  for (const [reporter, file] of [
    ['json', 'a=b.json'],
    ['markdown', 'report.md'],
  ] as const) {
    expect(readFileSync(resolve(cwd, file), 'utf8')).toBe(
      (await runInProcess(cwd, ['scan', '--reporter', reporter])).out,
    );
  }
});

test('--output is where the form goes that names no file, and nothing is printed where each has one', async () => {
  const cwd = createProject({ 'src/a.ts': faulty });
  const words = ['--reporter', 'json=report.json', '--reporter', 'github', '--output', 'annotations.txt'];
  expect(await runInProcess(cwd, ['scan', ...words])).toEqual({ code: 1, out: '', error: '' });
  expect(JSON.parse(readFileSync(resolve(cwd, 'report.json'), 'utf8'))).toMatchObject({ summary: { findings: 1 } });
  expect(readFileSync(resolve(cwd, 'annotations.txt'), 'utf8')).toMatch(/^::error /);
  const merged = ['merge', 'report.json', '--reporter', 'sarif=report.sarif', '--reporter', 'gitlab=report.gitlab'];
  expect(await runInProcess(cwd, merged)).toEqual({ code: 1, out: '', error: '' });
  expect(JSON.parse(readFileSync(resolve(cwd, 'report.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
});

test.each([
  ['LF', faulty],
  ['CRLF', faulty.replaceAll('\n', '\r\n')],
  ['no line end at the end', faulty.trimEnd()],
])('`git apply` takes what --diff prints, with %s', async (_, code) => {
  const cwd = createProject({ 'src/a.ts': code });
  const { error, out } = await runInProcess(cwd, ['fix', '--diff']);
  expect(error).toContain('1 can be fixed');
  execFileSync('git', ['init', '--quiet'], { cwd });
  execFileSync('git', ['apply', '-'], { cwd, input: out });
  expect(readFileSync(resolve(cwd, 'src/a.ts'), 'utf8')).toBe(code.replace('{ this.', '{ await this.'));
});

test('--unsafe applies what is otherwise a suggestion', async () => {
  const race = faulty.replace('this.container.items.create({})', 'Promise.race([this.container.items.create({})])');
  const cwd = createProject({ 'src/a.ts': race });
  expect(await runInProcess(cwd, ['fix', '--write', '--allow-dirty'])).toMatchObject({ code: 1 });
  expect(readFileSync(resolve(cwd, 'src/a.ts'), 'utf8')).toBe(race);
  expect(await runInProcess(cwd, ['fix', '--write', '--allow-dirty', '--unsafe'])).toMatchObject({ code: 0 });
  expect(readFileSync(resolve(cwd, 'src/a.ts'), 'utf8')).toBe(race.replace('Promise.race', 'await Promise.race'));
});

test('--preset strict finds what recommended leaves out', async () => {
  const cwd = createProject({
    'src/a.ts': `import type { DataSource } from 'typeorm';\nexport async function stop(source: DataSource): Promise<void> { source.destroy(); }\n`,
  });
  expect(await runInProcess(cwd, ['scan'])).toMatchObject({ code: 0 });
  expect(await runInProcess(cwd, ['scan', '--preset', 'strict'])).toMatchObject({ code: 1 });
});

test('the built command runs as a process of its own', () => {
  const cwd = createProject({ 'src/a.ts': faulty });
  const { status, stderr, stdout } = spawnSync(process.execPath, [resolve(root, 'dist/cli/bin.js'), 'fix', '--diff'], {
    cwd,
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({
    status: 1,
    stdout: expect.stringContaining('+  async create(): Promise<void> { await this.') as string,
  });
  expect(stderr).toContain('Nothing was written.');
});
