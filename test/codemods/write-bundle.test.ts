import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { hashOf } from '../../src/codemods/source-text.js';
import { writeBundle } from '../../src/codemods/write-bundle.js';
import type { WantedFile } from '../../src/codemods/write-file-atomically.js';
import { createProject } from '../support/create-project.js';

const replace = (path: string, expected = 'old'): WantedFile => ({ path, bytes: Buffer.from('new'), expectedHash: hashOf(Buffer.from(expected)) });
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
