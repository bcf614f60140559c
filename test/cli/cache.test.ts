import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { createProject, light, lightConfig, lightRepaired } from '../support/create-project.js';
import { createRepository } from '../support/git.js';
import { runInProcess, type CliResult } from '../support/run-in-process.js';

let cwd: string;

/** With these, a module may be found in several places. */
const compilerOptions = { ...lightConfig.compilerOptions, module: 'ESNext', moduleResolution: 'bundler' };

beforeEach(() => {
  cwd = createProject({
    'package.json': '{ "name": "demo", "type": "module" }',
    'base.json': JSON.stringify({ compilerOptions }),
    'tsconfig.json': JSON.stringify({ extends: './base.json', include: ['src'] }),
    'src/a.ts': light,
    'src/b.ts': calling('../lib/rows'),
    'src/c.ts': calling('dep'),
    'lib/rows/index.ts': 'export async function put(): Promise<number> { return Promise.resolve(1); }\n',
    'node_modules/dep/package.json': '{ "name": "dep", "version": "1.0.0", "types": "index.d.ts" }',
    'node_modules/dep/index.d.ts': 'export declare function put(): number;\n',
    'settings.json': '{}',
    'elsewhere/notes.txt': '',
  });
});

/** A file that calls a function of a module, of which nothing is lost unless that function is one of a repository. */
function calling(module: string): string {
  return `import { put } from '${module}';\nexport async function save(): Promise<void> { await Promise.resolve(); put(); }\n`;
}

const repository = `class RowRepository { async insert(): Promise<void> { await Promise.resolve(); } }
const rows = new RowRepository();
export async function put(): Promise<void> { await rows.insert(); }
`;

describe('a change that results depend on is seen', () => {
  test.each<readonly [string, () => void]>([
    [
      'an edit',
      () => {
        write('src/a.ts', lightRepaired);
      },
    ],
    [
      'an edit that moves lines',
      () => {
        write('src/a.ts', `\n${light}`);
      },
    ],
    [
      'an edit of what a file imports',
      () => {
        write('lib/rows/index.ts', repository);
      },
    ],
    [
      'a new name',
      () => {
        renameSync(resolve(cwd, 'src/a.ts'), resolve(cwd, 'src/z.ts'));
      },
    ],
    [
      'a new file',
      () => {
        write('src/new.ts', light);
      },
    ],
    [
      'a new file in a new folder',
      () => {
        write('src/deep/down/new.ts', light);
      },
    ],
    [
      'a file that is gone',
      () => {
        rmSync(resolve(cwd, 'src/a.ts'));
      },
    ],
    [
      'a module that is found elsewhere',
      () => {
        write('lib/rows.ts', repository);
      },
    ],
    [
      'other types of a dependency',
      () => {
        write('node_modules/dep/index.d.ts', 'export declare function put(): Promise<void>;\n');
      },
    ],
    [
      'a dependency whose types are elsewhere',
      () => {
        write('node_modules/dep/package.json', '{ "name": "dep", "types": "other.d.ts" }');
      },
    ],
    [
      'a package that shadows a dependency',
      () => {
        write('src/node_modules/dep/index.d.ts', 'export declare function put(): Promise<void>;\n');
      },
    ],
    [
      'what the tsconfig includes',
      () => {
        write('tsconfig.json', '{ "extends": "./base.json", "files": ["src/b.ts"] }');
      },
    ],
    [
      'what the tsconfig extends',
      () => {
        write('base.json', JSON.stringify({ compilerOptions: { ...compilerOptions, strict: false } }));
      },
    ],
    [
      'a list of known findings',
      () => {
        write('eslint-suppressions.json', '{ "src/a.ts": { "persistence/no-unawaited-calls": { "count": 1 } } }');
      },
    ],
    [
      'an ESLint configuration that ignores a file',
      () => {
        write('eslint.config.js', "export default [{ ignores: ['src/a.ts'] }];");
      },
    ],
    [
      'an ESLint configuration that comes before the others',
      () => {
        write('src/eslint.config.js', "export default [{ ignores: ['**'] }];");
      },
    ],
    [
      'no ESLint configuration',
      () => {
        rmSync(resolve(cwd, 'eslint.config.js'));
      },
    ],
    [
      'a file that may no longer be written',
      () => {
        chmodSync(resolve(cwd, 'src/a.ts'), 0o444);
      },
    ],
    [
      'another name of the package',
      () => {
        write('src/package.json', '{ "name": "inner" }');
      },
    ],
  ])('%s', async (_, change) => {
    expect(await scanWithCache()).toEqual(await scan());
    expect(await isReplacedBy(scanWithCache)).toBe(false);
    change();
    const plain = await scan();
    expect(
      await isReplacedBy(async () => {
        expect(await scanWithCache()).toEqual(plain);
      }),
    ).toBe(true);
    expect(
      await isReplacedBy(async () => {
        expect(await scanWithCache()).toEqual(plain);
      }),
    ).toBe(false);
  });

  test('what git ignores', async () => {
    createRepository(cwd);
    write('src/new.ts', light);
    await scanWithCache();
    write('.gitignore', 'src/new.ts\n');
    expect(await scanWithCache()).toEqual(await scan());
    expect((await scanWithCache()).out).toContain('git ignores this file');
  });

  test('settings in a file', async () => {
    const settings = ['--settings', 'settings.json'];
    await scanWithCache(...settings);
    write('settings.json', '{ "repositories": [{ "from": "file", "path": "none.ts", "name": "Other" }] }');
    expect(await scanWithCache(...settings)).toEqual(await scan(...settings));
  });
});

test('a change that nothing depends on is none', async () => {
  await scanWithCache();
  write('src/a.ts', readFileSync(resolve(cwd, 'src/a.ts'), 'utf8'));
  write('elsewhere/notes.ts', light);
  expect(await isReplacedBy(scanWithCache)).toBe(false);
});

test.each([
  [['--only', 'floating']],
  [['--skip', 'floating']],
  [['--preset', 'strict']],
  [['--rule', 'no-blocking-calls']],
  [['--no-eslint-config']],
  [['src/b.ts']],
])('%j has a result of its own', async words => {
  await scanWithCache();
  const plain = await scan(...words);
  expect([await scanWithCache(...words), await scanWithCache(...words)]).toEqual([plain, plain]);
  expect(await isReplacedBy(scanWithCache)).toBe(false);
});

test('a cache is kept in the nearest node_modules, and the report takes any form', async () => {
  await scanWithCache();
  expect(readdirSync(resolve(cwd, 'node_modules/.cache/eslint-plugin-persistence'))).toEqual([
    expect.stringMatching(/^scan-.*\.json$/),
  ]);
  expect(await runInProcess(cwd, ['scan', '--cache'])).toEqual(await runInProcess(cwd, ['scan']));
  expect((await runInProcess(cwd, ['scan', '--cache', '--max-findings', '9'])).code).toBe(0);
});

describe('in a workspace, a package is judged again once something changed that it depends on:', () => {
  const words = ['--workspaces'];

  beforeEach(() => {
    cwd = createProject({
      'package.json': '{ "name": "all", "workspaces": ["packages/*"] }',
      ...Object.fromEntries(['store', 'api', 'web'].flatMap(name => Object.entries(packageOf(name)))),
      'packages/store/src/index.ts': repository,
      'packages/api/src/index.ts': calling('@demo/store'),
      'packages/web/src/index.ts': light,
      'node_modules/.keep': '',
    });
    mkdirSync(resolve(cwd, 'node_modules/@demo'));
    symlinkSync('../../packages/store', resolve(cwd, 'node_modules/@demo/store'));
  });

  function packageOf(name: string): Readonly<Record<string, string>> {
    return {
      [`packages/${name}/package.json`]: `{ "name": "@demo/${name}", "exports": "./src/index.ts" }`,
      [`packages/${name}/tsconfig.json`]: JSON.stringify({ compilerOptions, include: ['src'] }),
    };
  }

  test.each<readonly [string, () => void, number]>([
    [
      'itself',
      () => {
        write('packages/web/src/index.ts', lightRepaired);
      },
      1,
    ],
    [
      'another package',
      () => {
        write('packages/store/src/index.ts', `// changed\n${repository}`);
      },
      2,
    ],
    [
      'which packages there are',
      () => {
        for (const [path, text] of Object.entries({ ...packageOf('new'), 'packages/new/src/index.ts': light }))
          write(path, text);
      },
      4,
    ],
    [
      'nothing',
      () => {
        write('elsewhere/notes.txt', '');
      },
      0,
    ],
  ])('%s', async (_, change, count) => {
    expect(await scanWithCache(...words)).toEqual(await scan(...words));
    const before = listEntries();
    expect(before).toHaveLength(4);
    change();
    const plain = await scan(...words);
    expect(await scanWithCache(...words)).toEqual(plain);
    const replaced = listEntries().filter(entry => !before.includes(entry));
    expect(replaced).toHaveLength(count === 0 ? 0 : count + 1); // and the whole run's
    expect(await scanWithCache(...words)).toEqual(plain);
  });
});

describe('what is kept and is not what was written is ignored', () => {
  test.each<readonly [string, (path: string) => void]>([
    [
      'nothing',
      path => {
        writeFileSync(path, '');
      },
    ],
    [
      'a part',
      path => {
        writeFileSync(path, readFileSync(path, 'utf8').slice(0, -200));
      },
    ],
    [
      'a changed letter',
      path => {
        writeFileSync(path, readFileSync(path, 'utf8').replace('floating', 'floatinG'));
      },
    ],
    [
      'another key',
      path => {
        writeFileSync(path, readFileSync(path, 'utf8').replace(/^./, 'x'));
      },
    ],
    [
      'something else',
      path => {
        writeFileSync(path, '{"value":{}}\n');
      },
    ],
    [
      'bytes',
      path => {
        writeFileSync(path, Buffer.from([0, 10, 255, 254, 10]));
      },
    ],
  ])('%s', async (_, spoil) => {
    await scanWithCache();
    spoil(entryPath());
    expect(
      await isReplacedBy(async () => {
        expect(await scanWithCache()).toEqual(await scan());
      }),
    ).toBe(true);
  });

  test('a folder, which cannot be replaced and is named', async () => {
    await scanWithCache();
    const path = entryPath();
    rmSync(path);
    mkdirSync(path);
    const { code, error, out } = await scanWithCache();
    expect({ code, out }).toEqual({ code: 1, out: (await scan()).out });
    expect(error).toContain(`${path}: the result could not be kept (`);
  });

  test('of runs at the same time, one is kept', async () => {
    const plain = await scan();
    expect(await Promise.all([scanWithCache(), scanWithCache(), scanWithCache()])).toEqual([plain, plain, plain]);
    expect(await isReplacedBy(scanWithCache)).toBe(false);
    expect(readdirSync(dirname(entryPath()))).toHaveLength(1);
  });
});

test('a scan that could not read a file is not kept', async () => {
  write('src/broken.ts', 'export function (');
  expect(await scanWithCache()).toEqual(await scan());
  expect(readdirSync(resolve(cwd, 'node_modules/.cache/eslint-plugin-persistence'))).toEqual([]);
});

describe('words that make no sense', () => {
  test.each([
    [['--cache-location', 'kept'], /^--cache-location says more about --cache, and is nothing without it\.\n$/],
    [
      ['--cache', '--cache-location', 'src/a.ts'],
      /src\/a\.ts: results cannot be kept here, for this is no folder\. Name one with --cache-location\.\n$/,
    ],
  ])('%j', async (words, message) => {
    expect(await runInProcess(cwd, ['scan', ...words])).toMatchObject({
      code: 2,
      out: '',
      error: expect.stringMatching(message) as string,
    });
  });
});

/** Whether a run wrote an entry anew, which it does where it took none for valid. */
async function isReplacedBy(run: () => Promise<unknown>): Promise<boolean> {
  const before = statSync(entryPath(), { bigint: true });
  await run();
  const after = statSync(entryPath(), { bigint: true });
  return before.ino !== after.ino || before.mtimeNs !== after.mtimeNs;
}

/** All entries, each as it was written. */
function listEntries(): readonly string[] {
  const folder = resolve(cwd, 'node_modules/.cache/eslint-plugin-persistence');
  return readdirSync(folder).map(name => `${name} ${statSync(resolve(folder, name), { bigint: true }).mtimeNs}`);
}

/** The entry of a scan without further words, which is the first that each test makes. */
function entryPath(): string {
  const folder = resolve(cwd, 'node_modules/.cache/eslint-plugin-persistence');
  const [first = ''] = readdirSync(folder)
    .map(name => ({ name, birth: statSync(resolve(folder, name)).birthtimeMs }))
    .toSorted((a, b) => a.birth - b.birth)
    .map(({ name }) => name);
  return resolve(folder, first);
}

function write(name: string, text: string): void {
  mkdirSync(dirname(resolve(cwd, name)), { recursive: true });
  writeFileSync(resolve(cwd, name), text);
}

async function scan(...words: readonly string[]): Promise<CliResult> {
  return await runInProcess(cwd, ['scan', '--reporter', 'json', ...words]);
}

async function scanWithCache(...words: readonly string[]): Promise<CliResult> {
  return await scan('--cache', ...words);
}
