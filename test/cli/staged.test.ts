import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Report } from '../../src/analysis/report/report.js';
import { scan } from '../../src/codemods/index.js';
import { createProject, light, lightConfig, lightRepaired } from '../support/create-project.js';
import { createRepository, git } from '../support/git.js';
import { runInProcess } from '../support/run-in-process.js';

let cwd: string;

beforeEach(() => {
  cwd = createProject({
    'tsconfig.json': JSON.stringify(lightConfig),
    ...Object.fromEntries(['a', 'b', 'c', 'old', 'gone'].map(name => [`src/${name}.ts`, light])),
  });
  createRepository(cwd);
});

describe('--staged', () => {
  test('judges the files that the next commit changes: edited, new and renamed ones, and no others', async () => {
    write('a', `${light}// staged\n`);
    write('new', light);
    git(cwd, 'mv', 'src/old.ts', 'src/renamed.ts');
    git(cwd, 'rm', '--quiet', 'src/gone.ts');
    git(cwd, 'add', 'src/a.ts', 'src/new.ts');
    write('b', `${light}// not staged\n`);
    write('untracked', light);
    const { code, error, out } = await runInProcess(cwd, ['scan', '--staged', '--reporter', 'json']);
    expect({ code, error }).toEqual({ code: 1, error: '' });
    expect(pathsIn(JSON.parse(out) as Report)).toEqual(['src/a.ts', 'src/new.ts', 'src/renamed.ts']);
    expect(pathsIn(await scan({ cwd, staged: true, paths: ['src/new.ts', 'src/b.ts'] }))).toEqual(['src/new.ts']);
  });

  test('judges the text on disk, and says which files have another one staged', async () => {
    write('a', `${light}// staged\n`);
    git(cwd, 'add', 'src/a.ts');
    write('a', lightRepaired);
    expect(await runInProcess(cwd, ['scan', '--staged'])).toMatchObject({
      code: 0,
      error: 'Judged as on disk, including unstaged changes: src/a.ts.\n',
    });
    expect(await runInProcess(cwd, ['scan', '--staged', '--quiet'])).toMatchObject({ code: 0, error: '' });
  });

  test('has nothing to do where nothing is staged, which is no mistake', async () => {
    write('a', `${light}// not staged\n`);
    expect(await runInProcess(cwd, ['scan', '--staged'])).toMatchObject({
      code: 0,
      error: 'No staged file can be judged.\n',
    });
  });

  test('lets fix write to what is staged, since the index has it as it was, and not to what is staged in part', async () => {
    write('a', `${light}// staged\n`);
    git(cwd, 'add', 'src/a.ts');
    expect(await runInProcess(cwd, ['fix', '--write', 'src/a.ts'])).toMatchObject({ code: 2 });
    expect(await runInProcess(cwd, ['fix', '--write', '--staged'])).toMatchObject({ code: 0, error: '' });
    expect(read('a')).toBe(`${lightRepaired}// staged\n`);
    expect(git(cwd, 'show', ':src/a.ts')).toBe(`${light}// staged\n`);
    write('b', `${light}// staged\n`);
    git(cwd, 'add', '--all');
    write('b', `${light}// staged, and more\n`);
    expect(await runInProcess(cwd, ['fix', '--write', '--staged'])).toMatchObject({
      code: 2,
      error: expect.stringMatching(
        /^Not staged yet: src\/b\.ts\. Stage or stash the changes .*--allow-dirty\.\n$/,
      ) as string,
    });
    expect(read('b')).toBe(`${light}// staged, and more\n`);
  });

  test('needs a repository, and says alone what changed', async () => {
    expect(await runInProcess(cwd, ['scan', '--staged', '--since', 'HEAD'])).toMatchObject({
      code: 2,
      error: expect.stringContaining("'--staged' cannot be used with option '--since <revision>'") as string,
    });
    await expect(scan({ cwd, staged: true, since: 'HEAD' })).rejects.toThrow(
      '--since and --staged both select the changed files. Remove one of them.',
    );
  });
});

function write(name: string, text: string): void {
  writeFileSync(resolve(cwd, `src/${name}.ts`), text);
}

function read(name: string): string {
  return readFileSync(resolve(cwd, `src/${name}.ts`), 'utf8');
}

function pathsIn({ files }: Report): readonly string[] {
  return files.map(({ path }) => path);
}
