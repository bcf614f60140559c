import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, resolve } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Report } from '../../src/analysis/report/report.js';
import { fix, scan } from '../../src/codemods/index.js';
import { createProject, faulty, light, lightConfig, lightRepaired } from '../support/create-project.js';
import { root } from '../support/paths.js';
import { runInProcess } from '../support/run-in-process.js';

const config = JSON.stringify(lightConfig);

test('a file that two tsconfigs include is judged and repaired once', async () => {
  const cwd = createProject({
    'tsconfig.json': config,
    'tsconfig.test.json': JSON.stringify({ ...lightConfig, include: ['src', 'test'] }),
    'src/a.ts': light,
    'test/b.ts': light,
  });
  const report = await fix({ cwd, projects: ['tsconfig.json', 'tsconfig.test.json'], write: true });
  expect(pathsOf(report)).toEqual(['src/a.ts', 'test/b.ts']);
  expect(report).toMatchObject({ skipped: [], summary: { files: 2, findings: 2, fixed: 2 } });
});

test.each([
  [
    'a jsconfig.json is a project, whose JavaScript is read',
    { 'jsconfig.json': '{}', 'tsconfig.json': '' },
    ['src/a.ts', 'src/b.js'],
  ],
  ['a tsconfig.json goes before it', { 'jsconfig.json': '{}', 'tsconfig.json': config }, ['src/a.ts']],
])('%s', async (_, { 'jsconfig.json': jsconfig, 'tsconfig.json': text }, paths) => {
  const js = light
    .replace(/: Promise<void>|: ThreadRepository|export (?=class)/g, '')
    .replace('(threads)', '(threads = new ThreadRepository())');
  const cwd = createProject({ 'jsconfig.json': jsconfig, 'tsconfig.json': text, 'src/a.ts': light, 'src/b.js': js });
  if (text === '') rmSync(resolve(cwd, 'tsconfig.json'));
  expect(pathsOf(await scan({ cwd, preset: 'recommended' }))).toEqual(paths);
});

/** In the strict half of this project, `find` can give nothing. */
const halfStrict = `export class ThreadRepository {
  async find(): Promise<string | undefined> { return undefined; }
}
export async function open(threads: ThreadRepository): Promise<void> {
  const found: string | Promise<unknown> = threads.find();
  threads.find();
}
`;
const loose = JSON.stringify({ ...lightConfig, compilerOptions: { ...lightConfig.compilerOptions, strict: false } });

describe('a file that two tsconfigs include', () => {
  test('has to compile in both, and keeps the edits that do', async () => {
    const cwd = createProject({ 'tsconfig.json': loose, 'tsconfig.strict.json': config, 'src/a.ts': halfStrict });
    const report = await fix({ cwd, projects: ['tsconfig.json', 'tsconfig.strict.json'], write: true });
    expect(outcomesOf(report)).toEqual(['rolledBack', 'fixed']);
    expect(report.files[0]?.findings[0]?.reason).toMatch(
      /^the edited file no longer type-checks in `tsconfig\.strict\.json`: TS2322: /,
    );
    expect(readFileSync(resolve(cwd, 'src/a.ts'), 'utf8')).toBe(
      halfStrict.replace('  threads.find', '  await threads.find'),
    );
  });

  test('has to compile in both, whatever the other calls it', async () => {
    const cwd = createProject({
      'tsconfig.json': loose,
      'tsconfig.strict.json': JSON.stringify({ ...lightConfig, include: ['linked'] }),
      'src/a.ts': halfStrict,
    });
    symlinkSync('src', resolve(cwd, 'linked'));
    expect(outcomesOf(await fix({ cwd, projects: ['tsconfig.json', 'tsconfig.strict.json'] }))).toEqual([
      'rolledBack',
      'fixable',
    ]);
  });

  test.each([
    ['is fine in the only one that is meant', { projects: ['tsconfig.json'] }],
    [
      'is not verified in either, unless asked to',
      { projects: ['tsconfig.json', 'tsconfig.strict.json'], verify: 'off' as const },
    ],
  ])('%s', async (_, options) => {
    const cwd = createProject({ 'tsconfig.json': loose, 'tsconfig.strict.json': config, 'src/a.ts': halfStrict });
    expect(outcomesOf(await fix({ cwd, ...options }))).toEqual(['fixable', 'fixable']);
  });
});

test('who calls what waits only since it was repaired is repaired in the same run, however far away', async () => {
  const files = {
    'src/a.ts': "import { first } from './b.js';\nexport async function start(): Promise<void> { first(); }\n",
    'src/b.ts': "import { second } from './c.js';\nexport async function first(): Promise<void> { await second(); }\n",
    'src/c.ts':
      "import type { ThreadRepository } from './d.js';\ndeclare const threads: ThreadRepository;\nexport async function second(): Promise<void> { threads.create(); }\n",
    'src/d.ts': 'export interface ThreadRepository { create(): Promise<void> }\n',
  };
  const cwd = createProject({ 'tsconfig.json': config, ...files });
  expect((await fix({ cwd, write: true })).summary).toMatchObject({ findings: 2, fixed: 2 });
  expect(readFileSync(resolve(cwd, 'src/a.ts'), 'utf8')).toContain('{ await first(); }');
  expect((await fix({ cwd, write: true })).summary).toMatchObject({ findings: 0 });
});

test('where every function drops the call of the next, all of them are repaired in one run', async () => {
  const names = ['first', 'second', 'third', 'fourth', 'last'];
  const dropping = names.slice(1).map((callee, index): [string, string] => {
    const name = names[index] ?? '';
    return [
      `src/${name}.ts`,
      `import { ${callee} } from './${callee}.js';\nexport async function ${name}(): Promise<void> { ${callee}(); }\n`,
    ];
  });
  const files = {
    ...Object.fromEntries(dropping),
    'src/last.ts':
      'export interface ThreadRepository { create(): Promise<void> }\ndeclare const threads: ThreadRepository;\nexport async function last(): Promise<void> { threads.create(); }\n',
  };
  const cwd = createProject({ 'tsconfig.json': config, ...files });
  expect((await fix({ cwd, write: true })).summary).toMatchObject({ findings: 5, fixed: 5 });
  expect(readFileSync(resolve(cwd, 'src/first.ts'), 'utf8')).toContain('{ await second(); }');
});

test('what blocks beside a call that is awaited is still reported', async () => {
  const code = `import { readFileSync } from 'node:fs';
import type { ThreadRepository } from './repository.js';
declare const threads: ThreadRepository;
export async function load(name: string): Promise<string> {
  threads.create();
  return readFileSync(name, 'utf8');
}
`;
  const cwd = createProject({
    'src/repository.ts': 'export interface ThreadRepository { create(): Promise<void> }\n',
    'src/load.ts': code,
  });
  expect(outcomesOf(await fix({ cwd, write: true }))).toEqual(['fixed', 'suggested']);
});

test('a file that a tsconfig lists is judged, whichever package it is part of', async () => {
  const cwd = createProject({
    'app/package.json': '{ "name": "app", "type": "module" }',
    'app/tsconfig.json': JSON.stringify({ compilerOptions: lightConfig.compilerOptions, files: ['../other/a.ts'] }),
    'other/package.json': '{ "name": "other", "type": "module" }',
    'other/a.ts': light,
  });
  expect(pathsOf(await scan({ cwd, projects: ['app'] }))).toEqual(['other/a.ts']);
});

test('a file that a link leads to is the file', async () => {
  const cwd = createProject({
    'tsconfig.json': JSON.stringify({ ...lightConfig, include: ['src', 'linked'] }),
    'src/a.ts': light,
  });
  symlinkSync('src', resolve(cwd, 'linked'));
  expect((await scan({ cwd })).summary).toMatchObject({ files: 1, findings: 1 });
});

test('what a single entry point imports is judged, and what belongs to another package is not', async () => {
  const entry = "import './deep/b.js';\nimport '../other/c.js';\n";
  const cwd = createProject({
    'package.json': '{ "name": "own", "type": "module" }',
    'build/tsconfig.json': JSON.stringify({ compilerOptions: lightConfig.compilerOptions, files: ['../src/a.ts'] }),
    'src/a.ts': entry,
    'src/deep/package.json': '{ "type": "module" }',
    'src/deep/b.ts': light,
    'other/package.json': '{ "name": "other", "type": "module" }',
    'other/c.ts': light,
  });
  expect(pathsOf(await scan({ cwd, projects: ['build'] }))).toEqual(['src/deep/b.ts']);
});

describe('a project with components', () => {
  const files = {
    'tsconfig.json': config,
    'src/a.ts': light,
    'src/App.vue': '<script lang="ts"></script>',
    'src/App.svelte': '',
  };
  const skipped = [
    { path: 'src/App.svelte', reason: 'Svelte components are not read' },
    { path: 'src/App.vue', reason: 'Vue components are not read' },
  ];

  test('counts them as skipped', async () => {
    expect(await scan({ cwd: createProject(files) })).toMatchObject({ skipped, summary: { files: 1, findings: 1 } });
  });

  test('counts one as skipped that is named, be it in a tsconfig or not', async () => {
    const cwd = createProject({ ...files, 'outside/App.vue': '' });
    expect(await runInProcess(cwd, ['scan', 'src/App.vue'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('skipped src/App.vue: Vue components are not read') as string,
    });
    expect((await scan({ cwd, paths: ['outside/App.vue'] })).skipped).toEqual([
      { path: 'outside/App.vue', cause: 'leftOut', reason: 'Vue components are not read' },
    ]);
  });
});

const script = `class ThreadRepository {
  async create() { await Promise.resolve(); }
}
/** @param {ThreadRepository} threads */
export async function open(threads) { threads.create(); }
`;

test.each([
  ['checkJs', 1],
  ['allowJs', 1],
  [undefined, 0],
])('JavaScript is judged as the compiler sees it: %s', async (option, findings) => {
  const options = { ...lightConfig.compilerOptions, ...(option !== undefined && { allowJs: true, [option]: true }) };
  const cwd = createProject({
    'package.json': '{ "type": "module" }',
    'tsconfig.json': JSON.stringify({ compilerOptions: options, include: ['src'] }),
    'src/a.js': script,
    'src/b.ts': 'export {};\n',
  });
  expect((await scan({ cwd })).summary).toMatchObject({ findings });
});

test.each(['typescript-5.4', 'typescript-5.9'])(
  'a project is read by its own %s, and says nothing of it',
  async name => {
    const cwd = createProjectWith(name);
    expect(await runInProcess(cwd, ['scan'])).toMatchObject({
      code: 1,
      error: '',
      out: expect.stringContaining('1 lost persistence call in 1 file of 1') as string,
    });
  },
);

test('a project whose own TypeScript is 7 is read and repaired by the bundled one, and says so', async () => {
  const cwd = createProjectWith('typescript-7');
  const { code, error, out } = await runInProcess(cwd, ['fix', '--write', '--allow-dirty']);
  expect(error).toMatch(
    /^TypeScript 7\.0\.2 has no JavaScript API to read the project with \(5\.4 to 6\.0 do\); using the bundled TypeScript 6\.0\.\d\.$/m,
  );
  expect({ code, out }).toEqual({
    code: 0,
    out: expect.stringContaining('1 lost persistence call in 1 file of 1: 1 fixed.') as string,
  });
  expect(readFileSync(resolve(cwd, 'src/a.ts'), 'utf8')).toBe(lightRepaired);
});

test.each([
  ['3.9.10', {}, 1],
  ['5.3.3', { module: 'CommonJS' }, 1],
  // As these versions would see it themselves.
  ['5.3.3', { module: 'NodeNext' }, 0],
  ['5.3.3', { moduleResolution: 'Bundler', module: 'ESNext' }, 0],
  ['7.0.2', { module: 'CommonJS' }, 0],
])(
  'TypeScript %s with %j finds packages as it always did, though the bundled one reads it: %i',
  async (version, modules, findings) => {
    const cwd = createProject({
      'tsconfig.json': JSON.stringify({ compilerOptions: { target: 'ES2022', ...modules }, include: ['src'] }),
      'node_modules/typescript/package.json': JSON.stringify({ name: 'typescript', version }),
      'node_modules/typescript/index.js': `exports.version = '${version}';\n`,
      // Its types are named for those who do not ask what it exports.
      'node_modules/sequelize/package.json': JSON.stringify({
        name: 'sequelize',
        version: '6.0.0',
        types: './index.d.ts',
        exports: { '.': './lib/index.js' },
      }),
      'node_modules/sequelize/index.d.ts': 'export declare class Model { save(): Promise<void>; }\n',
      'node_modules/sequelize/lib/index.js': 'exports.Model = class {};\n',
      'src/a.ts':
        "import { Model } from 'sequelize';\nexport async function open(post: Model): Promise<void> { post.save(); }\n",
    });
    expect((await scan({ cwd })).summary).toMatchObject({ findings });
  },
);

test("a project whose packages Yarn Plug'n'Play keeps is told to start this by yarn", async () => {
  // Not below this repository, whose own TypeScript would be found.
  const cwd = mkdtempSync(resolve(tmpdir(), 'pnp-'));
  onTestFinished(() => {
    rmSync(cwd, { recursive: true, force: true });
  });
  for (const [name, text] of Object.entries({
    '.pnp.cjs': '',
    'package/tsconfig.json': '{}',
    'package/a.ts': light,
    'package/eslint.config.mjs': 'export default [{}];',
  })) {
    mkdirSync(dirname(resolve(cwd, name)), { recursive: true });
    writeFileSync(resolve(cwd, name), text);
  }
  const sentence =
    /^Under Yarn Plug'n'Play, the project's packages are found only if `yarn` starts the command; using the bundled TypeScript 6\.0\.\d\.$/m;
  expect((await runInProcess(resolve(cwd, 'package'), ['scan'])).error).toMatch(sentence);
  rmSync(resolve(cwd, '.pnp.cjs'));
  expect((await runInProcess(resolve(cwd, 'package'), ['scan'])).error).toMatch(
    /^The project has no TypeScript installed; /m,
  );
});

/** A project whose own compiler is one of those in test/compilers. Gives the folder. */
function createProjectWith(compiler: string): string {
  const cwd = createProject({ 'tsconfig.json': config, 'src/a.ts': light });
  mkdirSync(resolve(cwd, 'node_modules'));
  symlinkSync(resolve(root, 'test/compilers/node_modules', compiler), resolve(cwd, 'node_modules/typescript'));
  return cwd;
}

test('calls of packages that are not installed are counted with the reason', async () => {
  const cwd = createProject({
    'tsconfig.json': config,
    'src/a.ts': faulty.replace('@azure/cosmos', '@azure/cosmos-not-there'),
  });
  const { code, out } = await runInProcess(cwd, ['scan']);
  expect(code).toBe(0);
  expect(out).toContain(
    '1 call could not be judged: 1 because an import was not found (are the dependencies installed?).',
  );
});

test('imports that were not found are named, those of databases first, where calls could not be judged because of them', async () => {
  const imports = ['./generated/client', 'apple', 'berry', 'cherry', 'damson', 'knex-not-there', 'typeorm/not-there']
    .map((module, index) => `import * as m${index} from '${module}';\nexport { m${index} };\n`)
    .join('');
  const lost =
    "import type { Posts } from './generated/client';\nexport async function save(posts: Posts): Promise<void> { posts.insert({}); }\n";
  const cwd = createProject({ 'tsconfig.json': config, 'src/a.ts': imports, 'src/b.ts': lost });
  const sentence =
    'Imports not found, or without types: `typeorm/not-there`, `./generated/client`, `apple`, `berry`, `cherry` and 2 more. Their calls cannot be judged, so install, build or generate what is missing.\n';
  expect((await runInProcess(cwd, ['scan'])).error).toBe(sentence);
  expect((await runInProcess(cwd, ['scan', 'src/a.ts'])).error).toBe('');
});

test('paths are taken from the working directory, and may lead out of it', async () => {
  const cwd = createProject({ 'tsconfig.json': config, 'src/a.ts': light, 'tools/x': '' });
  writeFileSync(resolve(cwd, 'src/b.ts'), light);
  expect(pathsOf(await scan({ cwd: resolve(cwd, 'tools'), paths: ['../src/a.ts'] }))).toEqual(['src/a.ts']);
});

function outcomesOf({ files }: Report): readonly string[] {
  return files.flatMap(({ findings }) => findings.map(({ outcome }) => outcome));
}

function pathsOf({ files }: Report): readonly string[] {
  return files.map(({ path }) => path);
}
