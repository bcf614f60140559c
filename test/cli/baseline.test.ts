import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Report } from '../../src/analysis/report/report.js';
import { createProject, light, lightConfig } from '../support/create-project.js';
import { commitAll, createRepository } from '../support/git.js';
import { runInProcess, type CliResult } from '../support/run-in-process.js';

let cwd: string;

beforeEach(() => {
  cwd = createProject({ 'tsconfig.json': JSON.stringify(lightConfig), 'src/a.ts': light, 'src/b.ts': light });
});

const known = ['--baseline', 'known.json'];

test('what is on the list is opted out of, in every form, and exits with 0', async () => {
  expect(await update()).toMatchObject({
    code: 0,
    error: 'known.json: 2 added to the list, 0 removed, 0 unchanged.\n',
  });
  const { code, error, out } = await scan('--reporter', 'json');
  expect({ code, error }).toEqual({ code: 0, error: 'known.json: 2 findings are known, 0 are new.\n' });
  expect(outcomesOf(out)).toEqual(['optedOut', 'optedOut']);
  expect(JSON.parse(out)).toMatchObject({ summary: { findings: 2, optedOut: 2, fixable: 0 } });
  expect(out).toContain('"reason": "the baseline lists it"');
});

test('findings stay known when lines move, and another one of the same kind, function and call is new', async () => {
  await update();
  write('a', `// moved\n\n${light}`);
  expect(await scan()).toMatchObject({ code: 0 });
  write('a', light.replace('threads.create(); }', 'threads.create(); threads.create(); }'));
  const { code, error, out } = await scan('--reporter', 'json');
  expect({ code, error }).toEqual({ code: 1, error: 'known.json: 2 findings are known, 1 is new.\n' });
  expect(outcomesOf(out)).toEqual(['optedOut', 'fixable', 'optedOut']);
});

test('what is gone is named, and taken off the list by --update-baseline alone', async () => {
  await update();
  write('a', 'export {};\n');
  const before = list();
  expect(await scan()).toMatchObject({
    code: 0,
    error:
      'known.json: 1 finding is known, 0 are new.\nknown.json: 1 listed finding is gone: src/a.ts (floating, `threads.create()` in open). Remove them with --update-baseline.\n',
  });
  expect(list()).toBe(before);
  expect(await update()).toMatchObject({ error: 'known.json: 0 added to the list, 1 removed, 1 unchanged.\n' });
  expect(JSON.parse(list())).toEqual({
    version: 1,
    files: [{ path: 'src/b.ts', known: [{ kind: 'floating', function: 'open', call: 'threads.create()', count: 1 }] }],
  });
  rmSync(resolve(cwd, 'src/b.ts'));
  expect((await scan()).error).toContain('1 listed finding is gone: src/b.ts');
});

describe('a run of a part', () => {
  test('says nothing of the other files, and leaves them on the list', async () => {
    await update();
    for (const name of ['a', 'b']) write(name, 'export {};\n');
    expect((await scan('src/a.ts')).error).toContain('1 listed finding is gone: src/a.ts');
    await update('src/a.ts');
    expect(pathsOnList()).toEqual(['src/b.ts']);
  });

  test('of what changed since a revision, too', async () => {
    createRepository(cwd);
    await update();
    commitAll(cwd);
    write('a', 'export {};\n');
    expect(await scan('--since', 'HEAD')).toMatchObject({
      code: 0,
      error: expect.stringMatching(
        /^known\.json: 0 findings are known, 0 are new\.\n.*gone: src\/a\.ts \([^;]*$/,
      ) as string,
    });
    await update('--since', 'HEAD');
    expect(pathsOnList()).toEqual(['src/b.ts']);
  });

  test('of kinds that are named says nothing of what it did not look for, and does not write the list', async () => {
    await update();
    expect(await scan('--only', 'voided')).toMatchObject({
      code: 0,
      error: 'known.json: 0 findings are known, 0 are new.\n',
    });
    expect(await update('--only', 'voided')).toMatchObject({
      code: 2,
      error: expect.stringMatching(/^--update-baseline would remove what --only/) as string,
    });
  });
});

test('a file that cannot be read to its end keeps what it has on the list', async () => {
  await update();
  write('a', 'export const x = ;\n');
  expect(await update()).toMatchObject({ code: 2 });
  expect(pathsOnList()).toEqual(['src/a.ts', 'src/b.ts']);
  expect((await scan('--allow-unreadable')).error).toBe('known.json: 1 finding is known, 0 are new.\n');
});

test('merge compares the parts as one run does, and does not count twice what a part compared already', async () => {
  await update();
  write('b', `${light}export async function again(threads: ThreadRepository): Promise<void> { threads.create(); }\n`);
  await runInProcess(cwd, ['scan', 'src/a.ts', '--reporter', 'json=a.json']);
  await runInProcess(cwd, ['scan', 'src/b.ts', '--reporter', 'json=b.json', ...known, '--quiet']);
  const merged = await runInProcess(cwd, ['merge', 'a.json', 'b.json', '--reporter', 'json', ...known]);
  expect(JSON.parse(merged.out)).toEqual(JSON.parse((await scan('--reporter', 'json')).out));
  expect(merged).toMatchObject({ code: 1, error: 'known.json: 2 findings are known, 1 is new.\n' });
  expect(await runInProcess(cwd, ['merge', 'a.json', 'b.json', ...known, '--update-baseline'])).toMatchObject({
    code: 0,
    error: 'known.json: 1 added to the list, 0 removed, 2 unchanged.\n',
  });
});

test('paths start at the folder of the list, wherever the command runs', async () => {
  const folder = createProject({
    'package.json': '{ "name": "all", "workspaces": ["packages/*"] }',
    'packages/api/package.json': '{ "name": "api" }',
    'packages/api/tsconfig.json': JSON.stringify(lightConfig),
    'packages/api/src/a.ts': light,
  });
  await runInProcess(folder, ['scan', '--workspaces', ...known, '--update-baseline']);
  expect(await runInProcess(resolve(folder, 'packages/api'), ['scan', '--baseline', '../../known.json'])).toMatchObject(
    { code: 0 },
  );
});

test('a comment goes before the list: what it opts out of is none of the baseline', async () => {
  await update();
  write('a', light.replace('threads.create(); }', 'threads.create(); } // eslint-disable-line -- tested'));
  expect((await scan()).error).toContain('1 listed finding is gone: src/a.ts');
});

test.each<readonly [readonly string[], string | undefined, RegExp]>([
  [['--update-baseline'], undefined, /^--update-baseline requires --baseline\.$/],
  [known, undefined, /known\.json: no such baseline\. Create it with --update-baseline\.$/],
  [known, '[', /known\.json: not a valid baseline: not JSON \(.*\)\. Fix it, or name another file with --baseline\.$/],
  [known, '{ "version": 2, "files": [] }', /known\.json: not a valid baseline: `version` must be 1, but is 2\./],
  [
    known,
    '{ "version": 1, "files": [{ "path": "a.ts", "known": [{ "kind": "floating" }] }] }',
    /not a valid baseline: `files\.0\.known\.0\.function` is missing\./,
  ],
  [['--baseline', 'src'], undefined, /src: the baseline cannot be read \(EISDIR/],
  [
    ['--baseline', 'src', '--update-baseline'],
    undefined,
    /src: the baseline cannot be written there because it is a folder/,
  ],
  [
    ['--baseline', 'gone/known.json', '--update-baseline'],
    undefined,
    /gone\/known\.json: the baseline cannot be written there \(.*ENOENT/,
  ],
])('%j with %j is refused with 2, in one line', async (words, text, message) => {
  if (text !== undefined) writeFileSync(resolve(cwd, 'known.json'), text);
  const { code, error, out } = await runInProcess(cwd, ['scan', ...words]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(error.trimEnd()).toMatch(message);
  expect(error.trimEnd()).not.toContain('\n');
});

function scan(...words: readonly string[]): Promise<CliResult> {
  return runInProcess(cwd, ['scan', ...known, ...words]);
}

function update(...words: readonly string[]): Promise<CliResult> {
  return scan('--update-baseline', ...words);
}

function write(name: string, text: string): void {
  writeFileSync(resolve(cwd, `src/${name}.ts`), text);
}

function list(): string {
  return readFileSync(resolve(cwd, 'known.json'), 'utf8');
}

function pathsOnList(): readonly string[] {
  const { files } = JSON.parse(list()) as { readonly files: readonly { readonly path: string }[] }; // a run wrote it
  return files.map(({ path }) => path);
}

function outcomesOf(out: string): readonly string[] {
  return (JSON.parse(out) as Report).files.flatMap(({ findings }) => findings.map(({ outcome }) => outcome));
}
