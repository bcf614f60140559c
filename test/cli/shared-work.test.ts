import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Report } from '../../src/analysis/report/report.js';
import { createMonorepo } from '../support/create-monorepo.js';
import { root } from '../support/paths.js';
import { runInProcess } from '../support/run-in-process.js';

let cwd: string;
let whole: Report;

beforeEach(async () => {
  cwd = createMonorepo('npm');
  const { out } = await runInProcess(cwd, ['scan', '--workspaces', '--reporter', 'json']);
  whole = JSON.parse(out) as Report;
  expect(whole.summary.findings).toBe(4);
});

test.each([2, 5])('the reports of %i parts, merged, are the report of the whole', async count => {
  const names = Array.from({ length: count }, (_, index) => `${index + 1}.json`);
  for (const [index, name] of names.entries()) {
    await runInProcess(cwd, [
      'scan',
      '--workspaces',
      '--shard',
      `${index + 1}/${count}`,
      '--reporter',
      'json',
      '--output',
      name,
    ]);
  }
  const { out } = await runInProcess(cwd, ['merge', ...names, '--reporter', 'json']);
  expect(JSON.parse(out)).toEqual(whole);
});

test('a part that nothing falls into says so, and is no failure', async () => {
  expect(await runInProcess(cwd, ['scan', '--workspaces', '--shard', '5/5'])).toMatchObject({
    code: 0,
    error: 'Part 5/5 is empty: there are fewer packages than parts.\n',
  });
  expect(await runInProcess(cwd, ['scan', '--workspaces', '--shard', '1/5'])).toMatchObject({ code: 1, error: '' });
});

test('parts are of about the same size', async () => {
  const counts = [];
  for (const part of ['1/3', '2/3', '3/3']) {
    const { out } = await runInProcess(cwd, ['scan', '--workspaces', '--shard', part, '--reporter', 'json']);
    counts.push((JSON.parse(out) as Report).summary.files);
  }
  expect(counts).toEqual([2, 1, 1]);
});

test.each(['2'])('%s projects at once give the same report, and write the same', concurrency => {
  const run = (...words: readonly string[]): Report => {
    const { stdout } = spawnSync(
      process.execPath,
      [resolve(root, 'dist/cli/bin.js'), ...words, '--workspaces', '--concurrency', concurrency, '--reporter', 'json'],
      { cwd, encoding: 'utf8' },
    );
    return JSON.parse(stdout) as Report;
  };
  expect(run('scan')).toEqual(whole);
  expect(run('fix', '--write', '--allow-dirty').summary).toMatchObject({ findings: 4, fixed: 4 });
  expect(readFileSync(resolve(cwd, 'packages/web/src/start.ts'), 'utf8')).toContain('await threads.create()');
});

test('a project that cannot be read ends all threads with 2', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [resolve(root, 'dist/cli/bin.js'), 'scan', '-p', 'packages/*', '-p', 'gone', '--concurrency', '2'],
    { cwd, encoding: 'utf8' },
  );
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: expect.stringMatching(/gone: no such file or folder\.\n$/) as string,
  });
});

test('a scan in threads is kept with all that they asked', () => {
  const words = ['scan', '--workspaces', '--concurrency', '2', '--reporter', 'json'];
  const scan = (...more: readonly string[]): unknown => {
    const built = [resolve(root, 'dist/cli/bin.js'), ...words, ...more];
    return JSON.parse(spawnSync(process.execPath, built, { cwd, encoding: 'utf8' }).stdout);
  };
  const cache = ['--cache', '--cache-location', '.cache'];
  expect([scan(...cache), scan(...cache)]).toEqual([whole, whole]);
  const file = resolve(cwd, whole.files[0]?.path ?? '');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/$/, '\n// changed\n'));
  const changed = scan(...cache);
  expect(changed).not.toEqual(whole);
  expect(changed).toEqual(scan());
});
