import { existsSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openJournal } from '../../src/codemods/bundle-journal.js';
import { removeLeftovers } from '../../src/codemods/remove-leftovers.js';
import { hashOf } from '../../src/codemods/source-text.js';
import { writeBundle } from '../../src/codemods/write-bundle.js';
import { stageFile, type StagedFile, type WantedFile } from '../../src/codemods/write-file-atomically.js';
import { createProject } from '../support/create-project.js';

const replace = (path: string, expected = 'old'): WantedFile => ({
  path,
  bytes: Buffer.from('new'),
  expectedHash: hashOf(Buffer.from(expected)),
});
const create = (path: string): WantedFile => ({ path, bytes: Buffer.from('new'), expectedHash: undefined });

test('replaces a file that is still the one that was read', async () => {
  const path = resolve(createProject({ 'a.ts': 'old' }), 'a.ts');
  expect(await writeBundle([replace(path)])).toBeUndefined();
  expect(readFileSync(path, 'utf8')).toBe('new');
});

test('leaves a file alone that changed meanwhile, and leaves nothing beside it', async () => {
  const folder = createProject({ 'a.ts': 'old' });
  const path = resolve(folder, 'a.ts');
  writeFileSync(path, 'of somebody else');
  expect(await writeBundle([replace(path)])).toBe('the file changed while it was being rewritten');
  expect(readFileSync(path, 'utf8')).toBe('of somebody else');
  expect(readdirSync(folder)).toEqual(['a.ts', 'eslint.config.js', 'tsconfig.json']);
});

test('makes a file that is not there, with its folders', async () => {
  const folder = createProject({});
  expect(await writeBundle([create(resolve(folder, 'src/database/a.ts'))])).toBeUndefined();
  expect(readFileSync(resolve(folder, 'src/database/a.ts'), 'utf8')).toBe('new');
  expect(readdirSync(resolve(folder, 'src/database'))).toEqual(['a.ts']);
});

test('never replaces what is there already', async () => {
  const folder = createProject({ 'a.ts': 'of somebody else' });
  expect(await writeBundle([create(resolve(folder, 'a.ts'))])).toContain('EEXIST');
  expect(readFileSync(resolve(folder, 'a.ts'), 'utf8')).toBe('of somebody else');
  expect(readdirSync(folder)).toEqual(['a.ts', 'eslint.config.js', 'tsconfig.json']);
});

test('files that belong together are written together or not at all', async () => {
  const folder = createProject({ 'a.ts': 'old', 'b.ts': 'of somebody else' });
  const files = [replace(resolve(folder, 'a.ts')), create(resolve(folder, 'c.ts')), replace(resolve(folder, 'b.ts'))];
  expect(await writeBundle(files)).toBe('the file changed while it was being rewritten');
  expect(readFileSync(resolve(folder, 'a.ts'), 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['a.ts', 'b.ts', 'eslint.config.js', 'tsconfig.json']);
});

describe('a run that is killed while it puts files in place that belong together', () => {
  const texts = (folder: string): readonly string[] =>
    ['a.ts', 'b.ts', 'database/c.ts'].map(name =>
      existsSync(resolve(folder, name)) ? readFileSync(resolve(folder, name), 'utf8') : '',
    );

  /** Leaves what a run leaves that is killed after some of the files. */
  async function stopAfter(count: number, folder: string): Promise<void> {
    const wanted = [
      replace(resolve(folder, 'a.ts')),
      replace(resolve(folder, 'b.ts')),
      create(resolve(folder, 'database/c.ts')),
    ];
    const staged: StagedFile[] = [];
    for (const file of wanted) staged.push(await stageFile(file));
    await openJournal(staged);
    for (const file of staged.slice(0, count)) await file.commit();
  }

  test.each([0, 1, 2, 3])('is finished by the next one: after %i', async count => {
    const folder = createProject({ 'a.ts': 'old', 'b.ts': 'old' });
    await stopAfter(count, folder);
    await removeLeftovers([resolve(folder, 'a.ts'), resolve(folder, 'b.ts')], folder);
    expect(texts(folder)).toEqual(['new', 'new', 'new']);
    expect(readdirSync(folder)).toEqual(['a.ts', 'b.ts', 'database', 'eslint.config.js', 'tsconfig.json']);
    expect(readdirSync(resolve(folder, 'database'))).toEqual(['c.ts']);
  });

  test('changes nothing that somebody changed since', async () => {
    const folder = createProject({ 'a.ts': 'old', 'b.ts': 'old' });
    await stopAfter(1, folder);
    writeFileSync(resolve(folder, 'b.ts'), 'of somebody else');
    writeFileSync(resolve(folder, 'database/c.ts'), 'of somebody else');
    await removeLeftovers([resolve(folder, 'a.ts')], folder);
    expect(texts(folder)).toEqual(['new', 'of somebody else', 'of somebody else']);
  });

  test('changes nothing outside of the root, and nothing by other names', async () => {
    const folder = createProject({ 'inside/a.ts': 'old', 'b.ts': 'old' });
    const outside = await stageFile(replace(resolve(folder, 'b.ts')));
    const inside = await stageFile(replace(resolve(folder, 'inside/a.ts')));
    renameSync(inside.temporary, resolve(folder, 'inside/other'));
    await openJournal([{ ...inside, temporary: resolve(folder, 'inside/other') }, outside]);
    await removeLeftovers([resolve(folder, 'inside/a.ts')], resolve(folder, 'inside'));
    expect(['inside/a.ts', 'b.ts'].map(name => readFileSync(resolve(folder, name), 'utf8'))).toEqual(['old', 'old']);
  });

  test('leaves a journal that says nothing, before it is written', async () => {
    const folder = createProject({
      'a.ts': 'old',
      [`.persistence-bundle.${process.pid}.persistence-tmp`]: '[{ "path"',
    });
    await removeLeftovers([resolve(folder, 'a.ts')], folder);
    expect(readdirSync(folder)).toEqual(['a.ts', 'eslint.config.js', 'tsconfig.json']);
  });
});
