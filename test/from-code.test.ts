import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { createProject, light, lightConfig, lightRepaired } from './support/create-project.js';
import { root } from './support/paths.js';

test('the program on the page about code does what it says', () => {
  const [, code = ''] = /^```ts\n(.*?)^```/ms.exec(readFileSync(resolve(root, 'docs/from-code.md'), 'utf8')) ?? [];
  const cwd = createProject({ 'tsconfig.json': JSON.stringify(lightConfig), 'src/a.ts': light });
  writeFileSync(
    resolve(cwd, 'program.mjs'),
    ts.transpile(code, { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 }),
  );
  const { status, stderr, stdout } = spawnSync(process.execPath, ['program.mjs'], { cwd, encoding: 'utf8' });
  expect({ status, stdout }).toEqual({
    status: 0,
    stdout: expect.stringMatching(
      /^src\/a\.ts:4: `threads\.create\(\)` is not awaited.*\n1 of 1 repaired\n$/,
    ) as string,
  });
  expect(stderr).toContain('1 of 1 files, 1 findings\n');
  expect(readFileSync(resolve(cwd, 'src/a.ts'), 'utf8')).toBe(lightRepaired);
});

/** Every example of the documents that uses the package from a program. */
const examples = ['docs/command-line.md', 'docs/from-code.md'].flatMap(path =>
  [...readFileSync(resolve(root, path), 'utf8').matchAll(/^```ts\n(.*?)^```/gms)]
    .map(([, code = '']) => code)
    .filter(code => code.includes("from 'eslint-plugin-persistence")),
);

test.each([
  { module: 'NodeNext', moduleResolution: 'NodeNext' },
  { module: 'ESNext', moduleResolution: 'Bundler' },
])('the examples compile in a project with %j', options => {
  expect(examples).toHaveLength(2);
  const cwd = createProject({
    'package.json': '{ "name": "consumer", "type": "module" }',
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        target: 'ES2022',
        strict: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: true,
        types: ['node'],
        noEmit: true,
        ...options,
      },
      include: ['src'],
    }),
    ...Object.fromEntries(examples.map((code, index) => [`src/example-${index}.ts`, code])),
  });
  mkdirSync(resolve(cwd, 'node_modules'));
  symlinkSync(root, resolve(cwd, 'node_modules/eslint-plugin-persistence'));
  const { status, stdout } = spawnSync(
    process.execPath,
    [resolve(root, 'node_modules/typescript/bin/tsc'), '-p', '.'],
    { cwd, encoding: 'utf8' },
  );
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});

test('the page names every option', () => {
  const page = readFileSync(resolve(root, 'docs/from-code.md'), 'utf8');
  const declared = readFileSync(resolve(root, 'src/codemods/options.ts'), 'utf8').split(/^export interface /m);
  const names = declared
    .filter(part => /^(?:Scan|Fix)Options /.test(part))
    .flatMap(part => [...part.matchAll(/^ {2}readonly (\w+)\?:/gm)].map(([, name = '']) => name));
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter(name => !new RegExp(`\`${name}[:\`]`).test(page))).toEqual([]);
});
