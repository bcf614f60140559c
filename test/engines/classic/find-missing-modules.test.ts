import { resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { ClassicEngines } from '../../../src/engines/classic/classic-engines.js';
import { createProject } from '../../support/create-project.js';

test.each([
  ["import { a } from './other.js';", []],
  ["import { a } from './folder/index.js';", []],
  ["import { a } from './missing.js';", ['./missing.js']],
  ["import fs from 'node:fs';", []],
  ["import { Container } from '@azure/cosmos';", []],
  ["import { a } from 'not-installed';", ['not-installed']],
  ["export { a } from 'not-installed';", ['not-installed']],
  ["import picture from './picture.svg';", []],
])('%s: %s', (text, expected) => {
  const folder = createProject({
    'src/file.ts': text,
    'src/other.ts': 'export const a = 1;',
    'src/folder/index.ts': 'export const a = 1;',
  });
  const options = {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: ['node'],
    skipLibCheck: true,
  };
  const program = ts.createProgram(
    ['file', 'other', 'folder/index'].map(name => resolve(folder, `src/${name}.ts`)),
    options,
  );
  const { index, types } = new ClassicEngines(ts).of(program);
  expect([...types.missingModules(index.imports())]).toEqual(expected);
});
