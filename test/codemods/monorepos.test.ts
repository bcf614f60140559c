import { symlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Report } from '../../src/analysis/report/report.js';
import { scan } from '../../src/codemods/index.js';
import { createMonorepo, type WorkspaceKind } from '../support/create-monorepo.js';
import { root } from '../support/paths.js';

const all = [
  'packages/api/src/direct.ts',
  'packages/api/src/start.ts',
  'packages/shared/src/index.ts',
  'packages/web/src/start.ts',
];

test.each<readonly [WorkspaceKind, boolean]>([
  ['npm', true],
  ['pnpm', true],
  ['yarn', true],
  ['references', false],
  ['references', true],
])('a monorepo of %s is judged from its root, with --workspaces: %s', async (kind, workspaces) => {
  const report = await scan({ cwd: createMonorepo(kind), workspaces });
  expect(pathsOf(report)).toEqual(all);
  expect(report.summary).toMatchObject({
    files: 4,
    findings: 4,
    unknown: { any: 0, unresolvedImport: 0, implementation: 0 },
  });
});

test.each<WorkspaceKind>(['npm', 'pnpm', 'yarn'])(
  'a package of a monorepo of %s is judged alone, and all of them from there',
  async kind => {
    const cwd = resolve(createMonorepo(kind), 'packages/api');
    expect(pathsOf(await scan({ cwd }))).toEqual(['src/direct.ts', 'src/start.ts']);
    expect(pathsOf(await scan({ cwd, workspaces: true }))).toEqual(all.map(path => path.replace('packages/', '')));
  },
);

test('a package that refers to another is judged with it', async () => {
  const report = await scan({ cwd: resolve(createMonorepo('references'), 'packages/api') });
  expect(pathsOf(report)).toEqual(all.filter(path => !path.includes('web')).map(path => path.replace('packages/', '')));
});

test.each(['typescript-5.4', 'typescript-5.9'])(
  'a package that refers to another is read from its sources by %s, too',
  async name => {
    const cwd = createMonorepo('references');
    symlinkSync(resolve(root, 'test/compilers/node_modules', name), resolve(cwd, 'node_modules/typescript'));
    expect(await scan({ cwd: resolve(cwd, 'packages/web') })).toMatchObject({
      summary: { findings: 2, unknown: { unresolvedImport: 0, implementation: 0 } },
    });
  },
);

test.each([['packages/*'], ['packages/*/tsconfig.json']])('the glob %s names projects', async glob => {
  expect(pathsOf(await scan({ cwd: createMonorepo('npm'), projects: [glob] }))).toEqual(all);
});

function pathsOf({ files }: Report): readonly string[] {
  return files.map(({ path }) => path);
}
