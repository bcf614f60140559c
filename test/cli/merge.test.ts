import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Report } from '../../src/analysis/report/report.js';
import { createProject, faulty, repaired } from '../support/create-project.js';
import { runInProcess } from '../support/run-in-process.js';

let cwd: string;

beforeEach(async () => {
  cwd = createProject({ 'src/a.ts': faulty, 'src/b.ts': faulty, 'src/c.ts': repaired });
  for (const name of ['a', 'b', 'c'])
    await runInProcess(cwd, ['scan', `src/${name}.ts`, '--reporter', 'json', '--output', `${name}.json`]);
});

test('merge gives the report of one run over all', async () => {
  const { code, out } = await runInProcess(cwd, ['merge', 'b.json', 'c.json', 'a.json', '--reporter', 'json']);
  const whole = await runInProcess(cwd, ['scan', '--reporter', 'json']);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toEqual(JSON.parse(whole.out));
});

test('merge renders every form, to a file as well, and exits 0 where nothing is left', async () => {
  expect(await runInProcess(cwd, ['merge', 'c.json'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('No lost persistence call in 1 file.') as string,
  });
  expect(
    await runInProcess(cwd, ['merge', 'a.json', 'b.json', '--reporter', 'markdown', '--output', 'all.md']),
  ).toEqual({ code: 1, out: '', error: '' });
  expect(readFileSync(resolve(cwd, 'all.md'), 'utf8')).toContain('2 lost persistence calls in 2 files of 2');
});

test.each<readonly [string, (report: Report) => unknown, RegExp]>([
  [
    'another mode',
    report => ({ ...report, mode: 'write' }),
    /^a\.json and changed\.json are not parts of the same report: `mode` is scan in one and write in the other\.\n$/,
  ],
  [
    'something missing',
    report => ({ ...report, files: undefined }),
    /^changed\.json: not a valid report: `files` is missing\.\n$/,
  ],
  [
    'other contents',
    report => ({ ...report, files: report.files.map(file => ({ ...file, hash: '0'.repeat(64) })) }),
    /^src\/a\.ts has different contents in changed\.json and a\.json\.\n$/,
  ],
])('merge refuses %s with 2, in one line that names the file', async (_, change, message) => {
  writeFileSync(
    resolve(cwd, 'changed.json'),
    JSON.stringify(change(JSON.parse(readFileSync(resolve(cwd, 'a.json'), 'utf8')) as Report)),
  ); // a run wrote it
  expect(await runInProcess(cwd, ['merge', 'a.json', 'changed.json'])).toEqual({
    code: 2,
    out: '',
    error: expect.stringMatching(message) as string,
  });
});

test('merge refuses what cannot be read, and nothing', async () => {
  expect(await runInProcess(cwd, ['merge', 'gone.json'])).toMatchObject({
    code: 2,
    error: expect.stringMatching(/gone\.json: the report cannot be read \(ENOENT.*\)\.\n$/) as string,
  });
  expect(await runInProcess(cwd, ['merge'])).toMatchObject({
    code: 2,
    error: expect.stringContaining("missing required argument 'reports'") as string,
  });
});
