import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { hashOf } from '../../src/codemods/source-text.js';
import { writeFileAtomically } from '../../src/codemods/write-file-atomically.js';
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
