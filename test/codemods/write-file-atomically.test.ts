import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { hashOf } from '../../src/codemods/source-text.js';
import { createFileAtomically, writeFileAtomically } from '../../src/codemods/write-file-atomically.js';
import { createProject } from '../support/create-project.js';

test('replaces a file that is still the one that was read', async () => {
  const path = resolve(createProject({ 'a.ts': 'old' }), 'a.ts');
  await writeFileAtomically(path, Buffer.from('new'), hashOf(Buffer.from('old')));
  expect(readFileSync(path, 'utf8')).toBe('new');
});

test('leaves a file alone that changed meanwhile, and leaves nothing beside it', async () => {
  const folder = createProject({ 'a.ts': 'old' });
  const path = resolve(folder, 'a.ts');
  writeFileSync(path, 'of somebody else');
  const writing = writeFileAtomically(path, Buffer.from('new'), hashOf(Buffer.from('old')));
  await expect(writing).rejects.toThrow('the file changed while it was being rewritten');
  expect(readFileSync(path, 'utf8')).toBe('of somebody else');
  expect(readdirSync(folder)).toEqual(['a.ts', 'tsconfig.json']);
});

test('makes a file that is not there, with its folders', async () => {
  const folder = createProject({});
  await createFileAtomically(resolve(folder, 'src/database/a.ts'), Buffer.from('new'));
  expect(readFileSync(resolve(folder, 'src/database/a.ts'), 'utf8')).toBe('new');
  expect(readdirSync(resolve(folder, 'src/database'))).toEqual(['a.ts']);
});

test('never replaces what is there already', async () => {
  const folder = createProject({ 'a.ts': 'of somebody else' });
  await expect(createFileAtomically(resolve(folder, 'a.ts'), Buffer.from('new'))).rejects.toThrow('EEXIST');
  expect(readFileSync(resolve(folder, 'a.ts'), 'utf8')).toBe('of somebody else');
  expect(readdirSync(folder)).toEqual(['a.ts', 'tsconfig.json']);
});
