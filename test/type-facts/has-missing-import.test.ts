import { resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { hasMissingImport } from '../../src/type-facts/has-missing-import.js';
import { createProject } from '../support/create-project.js';

test.each([
  ["import { a } from './other.js';", false],
  ["import { a } from './folder/index.js';", false],
  ["import { a } from './missing.js';", true],
  ["import fs from 'node:fs';", false],
  ["import { Container } from '@azure/cosmos';", false],
  ["import { a } from 'not-installed';", true],
  ["export { a } from 'not-installed';", true],
  ["import picture from './picture.svg';", false],
])('%s: %s', (text, expected) => {
  const folder = createProject({ 'src/file.ts': text, 'src/other.ts': 'export const a = 1;', 'src/folder/index.ts': 'export const a = 1;' });
  const options = { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, types: ['node'], skipLibCheck: true };
  const program = ts.createProgram(['file', 'other', 'folder/index'].map(name => resolve(folder, `src/${name}.ts`)), options);
  expect(hasMissingImport(ts, program)).toBe(expected);
});
