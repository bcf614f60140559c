import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { createProject, light, lightConfig, lightRepaired } from './support/create-project.js';
import { root } from './support/paths.js';

test('the program on the page about code does what it says', () => {
  const [, code = ''] = /^```ts\n(.*?)^```/ms.exec(readFileSync(resolve(root, 'docs/from-code.md'), 'utf8')) ?? [];
  const cwd = createProject({ 'tsconfig.json': JSON.stringify(lightConfig), 'src/a.ts': light });
  writeFileSync(resolve(cwd, 'program.mjs'), ts.transpile(code, { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 }));
  const { status, stderr, stdout } = spawnSync(process.execPath, ['program.mjs'], { cwd, encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringMatching(/^src\/a\.ts:4: `threads\.create\(\)` is not awaited.*\n1 of 1 repaired\n$/) as string });
  expect(stderr).toContain('1 of 1 files, 1 findings\n');
  expect(readFileSync(resolve(cwd, 'src/a.ts'), 'utf8')).toBe(lightRepaired);
});
