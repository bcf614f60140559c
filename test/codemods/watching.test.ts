import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { scan, UsageError, type fix, type Progress } from '../../src/codemods/index.js';
import { createMonorepo } from '../support/create-monorepo.js';
import { createProject, light, lightConfig } from '../support/create-project.js';
import { root } from '../support/paths.js';

test('progress counts projects, files and findings up to all of them', async () => {
  const seen: Progress[] = [];
  await scan({ cwd: createMonorepo('npm'), workspaces: true, onProgress: progress => seen.push(progress) });
  expect(seen[0]).toEqual({ projects: { done: 0, all: 3 }, files: { done: 0, all: 0 }, findings: 0 });
  expect(seen.at(-1)).toEqual({ projects: { done: 3, all: 3 }, files: { done: 4, all: 4 }, findings: 4 });
  const done = seen.map(({ files }) => files.done);
  expect(done).toEqual(done.toSorted((a, b) => a - b));
});

test.each([1, 2])('an aborted run throws the reason, and writes nothing: %i projects at once', async concurrency => {
  const cwd = createMonorepo('npm');
  const controller = new AbortController();
  const stop = new Error('enough');
  const { fix: builtFix } = (await import(resolve(root, 'dist/codemods/index.js'))) as { readonly fix: typeof fix }; // threads run what is built
  const running = builtFix({
    cwd,
    workspaces: true,
    write: true,
    signal: controller.signal,
    concurrency,
    onProgress: () => {
      controller.abort(stop);
    },
  });
  await expect(running).rejects.toBe(stop);
  expect(readFileSync(resolve(cwd, 'packages/shared/src/index.ts'), 'utf8')).toBe(light);
});

test('a signal that is aborted before ends the run at once', async () => {
  await expect(
    scan({ cwd: createMonorepo('npm'), workspaces: true, signal: AbortSignal.abort(new Error('before')) }),
  ).rejects.toThrow('before');
});

test('a project on a TypeScript without the classic interface is read by the bundled one, which a notice says', async () => {
  const notices: string[] = [];
  const cwd = createProject({
    'tsconfig.json': JSON.stringify(lightConfig),
    'src/a.ts': light,
    'node_modules/typescript/package.json': JSON.stringify({
      name: 'typescript',
      version: '7.0.2',
      exports: { './package.json': './package.json' },
    }),
  });
  const report = await scan({ cwd, onNotice: notice => notices.push(notice) });
  expect(report.summary.findings).toBe(1);
  expect(notices).toEqual([
    expect.stringMatching(
      /^TypeScript 7\.0\.2 has no JavaScript API to read the project with \(5\.4 to 6\.0 do\); using the bundled TypeScript 6\.0\.\d+\.$/,
    ),
  ]);
});

test('what makes no sense is refused before anything is read', async () => {
  await expect(scan({ cwd: '/', concurrency: 0.5 })).rejects.toThrow(UsageError);
  await expect(scan({ cwd: '/', shard: { index: 0, count: 1 } })).rejects.toThrow(UsageError);
});
