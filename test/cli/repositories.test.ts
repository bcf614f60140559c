import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createProject, light, lightConfig, lightRepaired } from '../support/create-project.js';
import { commitAll, createRepository, git } from '../support/git.js';
import { runInProcess } from '../support/run-in-process.js';

let cwd: string;

beforeEach(() => {
  cwd = createProject({
    'tsconfig.json': JSON.stringify(lightConfig),
    'src/a.ts': light,
    'src/b.ts': light,
    'notes.md': 'notes\n',
  });
  createRepository(cwd);
});

test('--write refuses a target with changes that are not committed, names them and the flag, and writes nothing', async () => {
  writeFileSync(resolve(cwd, 'src/b.ts'), `${light}\n`);
  const { code, error } = await runInProcess(cwd, ['fix', '--write']);
  expect({ code, error }).toEqual({
    code: 2,
    error: expect.stringMatching(/^Not committed yet: src\/b\.ts\. .*--allow-dirty\.\n$/) as string,
  });
  expect(readFileSync(resolve(cwd, 'src/a.ts'), 'utf8')).toBe(light);
  expect(await runInProcess(cwd, ['fix', '--write', '--allow-dirty'])).toMatchObject({ code: 0 });
  expect(readFileSync(resolve(cwd, 'src/a.ts'), 'utf8')).toBe(lightRepaired);
});

test('changes elsewhere are no obstacle, nor are new files, nor is a dry run', async () => {
  writeFileSync(resolve(cwd, 'src/b.ts'), `${light}\n`);
  writeFileSync(resolve(cwd, 'new.md'), '');
  expect(await runInProcess(cwd, ['fix'])).toMatchObject({ code: 1, error: '' });
  expect(await runInProcess(cwd, ['fix', '--write', 'src/a.ts'])).toMatchObject({ code: 0, error: '' });
});

test('--write refuses to edit a file that git does not track before it writes anything, and names the flag', async () => {
  writeFileSync(resolve(cwd, 'src/new.ts'), light);
  const { code, error, out } = await runInProcess(cwd, ['fix', '--write']);
  expect({ code, error, out }).toEqual({
    code: 2,
    error:
      'Not tracked by git, so edits could not be reverted: src/new.ts. Add and commit the files, or pass --allow-dirty.\n',
    out: '',
  });
  for (const name of ['a', 'b', 'new']) expect(readFileSync(resolve(cwd, `src/${name}.ts`), 'utf8')).toBe(light);
  expect(await runInProcess(cwd, ['fix', '--write', '--allow-no-vcs'])).toMatchObject({ code: 2 });
  expect(await runInProcess(cwd, ['fix', '--write', '--allow-dirty'])).toMatchObject({ code: 0, error: '' });
  expect(readFileSync(resolve(cwd, 'src/new.ts'), 'utf8')).toBe(lightRepaired);
});

test.each<readonly [string, (folder: string) => void]>([
  [
    'that is not edited',
    folder => {
      writeFileSync(resolve(folder, 'src/new.ts'), 'export {};\n');
    },
  ],
  [
    'that is not meant',
    folder => {
      writeFileSync(resolve(folder, 'src/new.ts'), light);
    },
  ],
  [
    'behind a link, which is',
    folder => {
      renameSync(resolve(folder, 'src/a.ts'), resolve(folder, 'a.ts'));
      commitAll(folder);
      symlinkSync('../a.ts', resolve(folder, 'src/a.ts'));
    },
  ],
  [
    'of a repository in this one, which tracks it',
    folder => {
      rmSync(resolve(folder, 'src/a.ts'));
      commitAll(folder);
      mkdirSync(resolve(folder, 'src/inner'));
      writeFileSync(resolve(folder, 'src/inner/a.ts'), light);
      createRepository(resolve(folder, 'src/inner'));
    },
  ],
  [
    'with a name that is a pattern',
    folder => {
      writeFileSync(resolve(folder, 'src/[ab].ts'), light);
      commitAll(folder);
    },
  ],
])('a file that git does not track is no obstacle: one %s', async (what, make) => {
  make(cwd);
  expect(
    await runInProcess(cwd, ['fix', '--write', ...(what === 'that is not meant' ? ['src/a.ts'] : [])]),
  ).toMatchObject({ code: 0, error: '' });
});

describe('a repository of another user', () => {
  beforeEach(() => {
    vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1'); // git then takes every repository for one
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test.each([
    ['--write', ['fix', '--write'], ' Pass --allow-no-vcs to write without git.'],
    ['--since', ['scan', '--since', 'HEAD'], ''],
  ])('is no missing one: %s names what git advises', async (_, words, more) => {
    expect(await runInProcess(cwd, words)).toEqual({
      code: 2,
      out: '',
      error: `${cwd}: git refuses to use this repository because it belongs to another user. If you trust it, run \`git config --global --add safe.directory ${cwd}\`.${more}\n`,
    });
    expect(readFileSync(resolve(cwd, 'src/a.ts'), 'utf8')).toBe(light);
  });

  test('is written to without git where that is allowed', async () => {
    expect(await runInProcess(cwd, ['fix', '--write', '--allow-no-vcs'])).toMatchObject({ code: 0, error: '' });
  });
});

test('what only looks like a repository is none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'persistence-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  mkdirSync(join(folder, '.git'));
  for (const [name, text] of Object.entries({
    'tsconfig.json': JSON.stringify({ ...lightConfig, include: ['*.ts'] }),
    'a.ts': light,
  }))
    writeFileSync(join(folder, name), text);
  expect(await runInProcess(folder, ['fix', '--write'])).toMatchObject({
    code: 2,
    error: expect.stringMatching(/not inside a git repository.*--allow-no-vcs/) as string,
  });
});

test('--write refuses a folder without a repository, and names the flag', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'persistence-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  for (const [name, text] of Object.entries({
    'tsconfig.json': JSON.stringify({ ...lightConfig, include: ['*.ts'] }),
    'a.ts': light,
  }))
    writeFileSync(join(folder, name), text);
  expect(await runInProcess(folder, ['fix', '--write'])).toMatchObject({
    code: 2,
    error: expect.stringMatching(/not inside a git repository.*--allow-no-vcs/) as string,
  });
  expect(await runInProcess(folder, ['fix', '--write', '--allow-dirty'])).toMatchObject({ code: 2 });
  expect(await runInProcess(folder, ['fix', '--write', '--allow-no-vcs', '--quiet'])).toMatchObject({
    code: 0,
    error: '',
  });
  expect(readFileSync(join(folder, 'a.ts'), 'utf8')).toBe(lightRepaired);
});

test('--since takes files that were changed, renamed or added since the branch left a revision, committed or not', async () => {
  git(cwd, 'checkout', '--quiet', '-b', 'topic');
  writeFileSync(resolve(cwd, 'src/committed.ts'), light);
  renameSync(resolve(cwd, 'src/b.ts'), resolve(cwd, 'src/renamed.ts'));
  commitAll(cwd);
  git(cwd, 'checkout', '--quiet', 'main');
  writeFileSync(resolve(cwd, 'src/a.ts'), `${light}\n`);
  commitAll(cwd);
  git(cwd, 'checkout', '--quiet', 'topic');
  writeFileSync(resolve(cwd, 'src/new.ts'), light);
  const { code, out } = await runInProcess(cwd, ['scan', '--since', 'main', '--reporter', 'gitlab']);
  const places = (JSON.parse(out) as readonly { readonly location: { readonly path: string } }[]).map(
    ({ location }) => location.path,
  );
  expect({ code, places }).toEqual({ code: 1, places: ['src/committed.ts', 'src/new.ts', 'src/renamed.ts'] });
});

test('--since exits 0 where nothing changed, and 2 for a revision that git does not know', async () => {
  expect(await runInProcess(cwd, ['scan', '--since', 'HEAD'])).toMatchObject({
    code: 0,
    error: 'No file that can be judged changed since HEAD.\n',
    out: expect.stringContaining('No lost persistence call in 0 files.') as string,
  });
  expect(await runInProcess(cwd, ['scan', '--since', 'nowhere'])).toMatchObject({
    code: 2,
    error: expect.stringMatching(/^nowhere: git does not know this revision\./) as string,
  });
});

test.each([
  ['LF', light],
  ['CRLF', light.replaceAll('\n', '\r\n')],
  ['no line end at the end', light.trimEnd()],
  ['a byte order mark', `\uFEFF${light}`],
])('`git apply` takes what --patch writes, with %s', async (_, code) => {
  writeFileSync(resolve(cwd, 'src/a b, ü.ts'), code);
  commitAll(cwd);
  expect(await runInProcess(cwd, ['fix', '--patch', 'fixes.patch', 'src/a b, ü.ts'])).toMatchObject({
    code: 1,
    out: expect.stringContaining('Nothing was written.') as string,
  });
  git(cwd, 'apply', 'fixes.patch');
  expect(readFileSync(resolve(cwd, 'src/a b, ü.ts'), 'utf8')).toBe(code.replace('{ threads.', '{ await threads.'));
});
