import { mkdirSync, symlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { loadProjects } from '../../src/codemods/load-projects.js';
import { UsageError } from '../../src/codemods/usage-error.js';
import { createProject, faulty, tsconfig } from '../support/create-project.js';
import { root } from '../support/paths.js';

test('takes the tsconfig of the working directory', async () => {
  const cwd = createProject({ 'src/a.ts': faulty });
  const projects = await loadProjects({ cwd, paths: [], projects: [], workspaces: false });
  expect(projects.map(({ config, configPath }) => [configPath, config.fileNames])).toEqual([
    [resolve(cwd, 'tsconfig.json'), [resolve(cwd, 'src/a.ts')]],
  ]);
});

test('takes the nearest tsconfig of each path, each once', async () => {
  const cwd = createProject({
    'tsconfig.json': '{}',
    'one/tsconfig.json': JSON.stringify(tsconfig),
    'one/src/a.ts': faulty,
    'one/src/b.ts': faulty,
    'two/tsconfig.json': JSON.stringify(tsconfig),
    'two/src/a.ts': faulty,
  });
  const projects = await loadProjects({
    cwd,
    paths: ['one/src/a.ts', 'two', 'one/src/b.ts'],
    projects: [],
    workspaces: false,
  });
  expect(projects.map(({ configPath }) => configPath)).toEqual([
    resolve(cwd, 'one/tsconfig.json'),
    resolve(cwd, 'two/tsconfig.json'),
  ]);
});

test('expands the references of a solution tsconfig', async () => {
  const cwd = createProject({
    'tsconfig.json': JSON.stringify({ files: [], references: [{ path: 'one' }, { path: 'two/tsconfig.app.json' }] }),
    'one/tsconfig.json': JSON.stringify(tsconfig),
    'one/src/a.ts': faulty,
    'two/tsconfig.app.json': JSON.stringify(tsconfig),
    'two/src/a.ts': faulty,
  });
  const projects = await loadProjects({ cwd, paths: [], projects: [], workspaces: false });
  expect(projects.map(({ configPath }) => configPath)).toEqual([
    resolve(cwd, 'one/tsconfig.json'),
    resolve(cwd, 'two/tsconfig.app.json'),
  ]);
});

test("takes the project's own compiler, or the bundled one where it has no classic interface", async () => {
  const cwd = createProject({ 'src/a.ts': faulty });
  const link = resolve(cwd, 'node_modules/typescript');
  mkdirSync(resolve(cwd, 'node_modules'));
  symlinkSync(resolve(root, 'test/compilers/node_modules/typescript-5.4'), link);
  const [own] = await loadProjects({ cwd, paths: [], projects: [], workspaces: false });
  expect(own?.compiler).toMatchObject({ source: 'project', ts: { versionMajorMinor: '5.4' } });

  const without = createProject({ 'src/a.ts': faulty });
  mkdirSync(resolve(without, 'node_modules'));
  symlinkSync(resolve(root, 'test/compilers/node_modules/typescript-7'), resolve(without, 'node_modules/typescript'));
  const [bundled] = await loadProjects({ cwd: without, paths: [], projects: [], workspaces: false });
  expect(bundled?.compiler.source).toBe('bundled');
});

test.each([
  ['TypeScript 5.4', 'typescript-5.4'],
  ['TypeScript 5.9', 'typescript-5.9'],
  ['TypeScript 6.0', undefined],
  ['the bundled one', 'typescript-7'],
])('finds links that lead nowhere, and what else the compiler finds, with %s', async (_, name) => {
  const cwd = createProject({
    'tsconfig.json': JSON.stringify({ ...tsconfig, include: ['src', 'lib/*.mts'], exclude: ['src/left-out'] }),
    'src/b/c.tsx': '',
    'src/left-out/d.ts': '',
    'lib/e.mts': '',
    'lib/f/g.mts': '',
    'lib/h.ts': '',
    'src/i.js': '',
  });
  mkdirSync(resolve(cwd, 'node_modules'));
  if (name !== undefined)
    symlinkSync(resolve(root, 'test/compilers/node_modules', name), resolve(cwd, 'node_modules/typescript'));
  for (const path of ['src/a.ts', 'src/left-out/k.ts', 'src/l.md']) symlinkSync('gone', resolve(cwd, path));
  symlinkSync('b', resolve(cwd, 'src/linked'));
  const [project] = await loadProjects({ cwd, paths: [], projects: [], workspaces: false });
  expect(project?.compiler.source).toBe(name === 'typescript-7' ? 'bundled' : 'project');
  expect(project?.config.fileNames.map(path => path.slice(cwd.length + 1))).toEqual([
    'src/a.ts',
    'src/b/c.tsx',
    'lib/e.mts',
  ]);
});

test.each(['linked.json', 'linked*'])(
  'refuses a link to a tsconfig that leads nowhere in one line: %s',
  async project => {
    const cwd = createProject({ 'src/a.ts': faulty });
    symlinkSync('gone.json', resolve(cwd, 'linked.json'));
    const loading = loadProjects({ cwd, paths: [], projects: [project], workspaces: false });
    await expect(loading).rejects.toThrow(UsageError);
    await expect(loading).rejects.toThrow(/linked.*$/);
  },
);

test.each<[string, Record<string, string>, { paths?: string[]; projects?: string[] }, RegExp]>([
  [
    'a path that is not there',
    { 'src/a.ts': faulty },
    { paths: ['src/b.ts'] },
    /src\/b\.ts: no such file or folder\.$/,
  ],
  [
    'a tsconfig that is not there',
    { 'src/a.ts': faulty },
    { projects: ['tsconfig.app.json'] },
    /tsconfig\.app\.json: no such file or folder\.$/,
  ],
  [
    'a folder without a tsconfig',
    { 'src/a.ts': faulty },
    { projects: ['src'] },
    /src: this folder has no tsconfig\.json\. Name the file with --project\.$/,
  ],
  ['a tsconfig that does not parse', { 'tsconfig.json': '{\n"include": [' }, {}, /tsconfig\.json:2: /],
  [
    'a tsconfig with an unknown option',
    { 'tsconfig.json': '{ "compilerOptions": { "strickt": true } }', 'a.ts': '' },
    {},
    /tsconfig\.json:1: Unknown compiler option 'strickt'/,
  ],
  [
    'a tsconfig that extends nothing',
    { 'tsconfig.json': '{ "extends": "./base.json" }', 'a.ts': '' },
    {},
    /base\.json/,
  ],
  [
    'a tsconfig that extends a file that is not there',
    { 'tsconfig.json': '{ "extends": "./base.json" }', 'a.ts': '' },
    {},
    /base\.json' not found\.$|base\.json'\.$/,
  ],
  [
    'a tsconfig that extends a package that is not there',
    { 'tsconfig.json': '{ "extends": "@acme/tsconfig/base.json" }', 'a.ts': '' },
    {},
    /tsconfig\.json:1: File '@acme\/tsconfig\/base\.json' not found\. Are the dependencies installed\?$/,
  ],
  ['a tsconfig without files', { 'tsconfig.json': '{ "include": ["lib"] }' }, {}, /No inputs were found/],
  [
    'a reference that is not there',
    { 'tsconfig.json': '{ "files": [], "references": [{ "path": "gone" }] }' },
    {},
    /gone: no such file or folder\.$/,
  ],
  [
    'references without a file',
    {
      'tsconfig.json': '{ "files": [], "references": [{ "path": "empty" }] }',
      'empty/tsconfig.json': '{ "files": [], "references": [{ "path": ".." }] }',
    },
    {},
    /includes no TypeScript file\. Check its "files", "include" and "references"\.$/,
  ],
])('refuses %s in one line', async (_, files, { paths = [], projects = [] }, message) => {
  const cwd = createProject(files);
  const loading = loadProjects({ cwd, paths, projects, workspaces: false });
  await expect(loading).rejects.toThrow(UsageError);
  await expect(loading).rejects.toThrow(message);
  await expect(loading).rejects.toThrow(/^[^\n]*$/);
});
