import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/analysis/report/report.js';
import { createProject, light, lightConfig, lightRepaired } from '../support/create-project.js';
import { runInProcess } from '../support/run-in-process.js';

const listing = (...files: readonly string[]): string =>
  JSON.stringify({ compilerOptions: lightConfig.compilerOptions, files });

/** A project with a file that is fine, `src/ok.ts`, and whatever else. */
function createOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  make: (cwd: string) => void = () => undefined,
): string {
  const cwd = createProject({ 'tsconfig.json': JSON.stringify(lightConfig), 'src/ok.ts': 'export {};\n', ...files });
  make(cwd);
  return cwd;
}

const link =
  (target: string, path = 'src/a.ts') =>
  (cwd: string): void => {
    symlinkSync(target, resolve(cwd, path));
  };

const unreadable: readonly (readonly [what: string, cwd: () => string, path: string, reason: string])[] = [
  [
    'a link that leads nowhere',
    () => createOf({}, link('gone.ts')),
    'src/a.ts',
    'it is a link to gone.ts, which does not exist',
  ],
  ['a link that leads to itself', () => createOf({}, link('a.ts')), 'src/a.ts', 'it cannot be opened (ELOOP)'],
  [
    'a listed link that leads nowhere',
    () => createOf({ 'tsconfig.json': listing('src/a.ts', 'src/ok.ts') }, link('gone.ts')),
    'src/a.ts',
    'it is a link to gone.ts, which does not exist',
  ],
  [
    'a listed file that is not there',
    () => createOf({ 'tsconfig.json': listing('src/a.ts', 'src/ok.ts') }),
    'src/a.ts',
    'it does not exist',
  ],
  [
    'a listed folder',
    () => createOf({ 'tsconfig.json': listing('src/a.ts', 'src/ok.ts'), 'src/a.ts/b.ts': '' }),
    'src/a.ts',
    'it is a folder',
  ],
  [
    'a name that is not UTF-8',
    () =>
      createOf({}, cwd => {
        writeFileSync(Buffer.concat([Buffer.from(`${cwd}/src/`), Buffer.from([0xe9]), Buffer.from('.ts')]), light);
      }),
    'src/\uFFFD.ts',
    'its name is not UTF-8',
  ],
  [
    'a text in Latin-1',
    () => createOf({ 'src/a.ts': Uint8Array.of(0x2f, 0x2f, 0xe9, 0x0a) }),
    'src/a.ts',
    'the file is not UTF-8',
  ],
  [
    'a text in UTF-16',
    () => createOf({ 'src/a.ts': Buffer.from('\uFEFFexport {};\n', 'utf16le') }),
    'src/a.ts',
    'the file is not UTF-8',
  ],
  [
    'a syntax error',
    () => createOf({ 'src/a.ts': 'export {};\nexport const a = ;\n' }),
    'src/a.ts',
    'it has a syntax error: line 2: Expression expected',
  ],
];

describe.each(unreadable)('%s', (_, create, path, reason) => {
  test('is named with the reason, and the run exits with 2', async () => {
    const { code, error, out } = await runInProcess(create(), ['scan', '--quiet']);
    expect({ code, error }).toEqual({
      code: 2,
      error: `Not read, or only in part: ${path}: ${reason}. Fix these files, exclude them in the tsconfig, or pass --allow-unreadable.\n`,
    });
    expect(out).toContain(`unreadable ${path}: ${reason}`);
    expect(out).toContain('1 file could not be read completely.\n');
  });

  test('does not count with --allow-unreadable, and is in the report', async () => {
    const { code, error, out } = await runInProcess(create(), ['scan', '--allow-unreadable', '--reporter', 'json']);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect((JSON.parse(out) as Report).skipped).toEqual([
      { path, cause: 'unreadable', reason: expect.stringMatching(reason.replace(/[()]/g, '.')) as string },
    ]);
  });
});

test.each<readonly [string, Readonly<Record<string, string>>, (cwd: string) => void]>([
  ['a component', { 'src/a.vue': '<script lang="ts">\nexport default {};\n</script>\n' }, () => undefined],
  ['a generated file', { 'src/a.ts': '// @generated\nexport {};\n' }, () => undefined],
  [
    'a folder that is called like a file',
    {},
    cwd => {
      mkdirSync(resolve(cwd, 'src/a.ts'));
    },
  ],
  [
    'a link that the tsconfig leaves out',
    { 'tsconfig.json': JSON.stringify({ ...lightConfig, exclude: ['src/a.ts'] }) },
    link('gone.ts'),
  ],
  ['a link that is no source', {}, link('gone.md', 'src/a.md')],
  [
    'a link that ESLint ignores',
    { 'eslint.config.js': "export default [{ ignores: ['src/a.ts'] }];" },
    link('gone.ts'),
  ],
  [
    'a text that ESLint ignores',
    { 'eslint.config.js': "export default [{ ignores: ['src/a.ts'] }];", 'src/a.ts': 'export const a = ;\n' },
    () => undefined,
  ],
  [
    'types in JavaScript',
    {
      'tsconfig.json': JSON.stringify({
        ...lightConfig,
        compilerOptions: { ...lightConfig.compilerOptions, allowJs: true },
      }),
      'src/a.js': 'export function f(a: string): string { return a; }\n',
    },
    () => undefined,
  ],
  [
    'data that is imported',
    {
      'src/a.json': '{ "a": 1, }',
      'src/b.ts': "import a from './a.json' with { type: 'json' };\nexport const b = a;\n",
    },
    () => undefined,
  ],
  [
    'a path that is tried on the way to an import',
    { 'src/b.ts': '/// <reference path="./c" />\n', 'src/c.ts': 'declare const c: number;\n' },
    () => undefined,
  ],
])('is not unreadable: %s', async (_, files, make) => {
  const { code, error } = await runInProcess(createOf(files, make), ['scan']);
  expect({ code, error }).toEqual({ code: 0, error: '' });
});

test('a file with a syntax error is judged as far as it is understood, and not edited', async () => {
  const broken = `${light}export function (\n`;
  const cwd = createOf({ 'src/a.ts': broken, 'src/b.ts': light });
  const { code, out } = await runInProcess(cwd, ['fix', '--write', '--allow-dirty', '--reporter', 'json']);
  const [a, b] = (JSON.parse(out) as Report).files;
  expect(code).toBe(2);
  expect(a?.findings[0]).toMatchObject({
    line: 4,
    outcome: 'manual',
    reason: expect.stringMatching(/^this file has a syntax error: line 5: /) as string,
  });
  expect(b?.findings[0]).toMatchObject({ outcome: 'fixed' });
  expect(readFileSync(resolve(cwd, 'src/a.ts'), 'utf8')).toBe(broken);
  expect(readFileSync(resolve(cwd, 'src/b.ts'), 'utf8')).toBe(lightRepaired);
});

test('what is unreadable outweighs findings, and findings count where it is allowed', async () => {
  const cwd = createOf({ 'src/b.ts': light }, link('gone.ts'));
  expect(await runInProcess(cwd, ['scan'])).toMatchObject({ code: 2 });
  expect(await runInProcess(cwd, ['scan', '--max-findings', '5'])).toMatchObject({ code: 2 });
  expect(await runInProcess(cwd, ['scan', '--allow-unreadable'])).toMatchObject({ code: 1 });
  expect(await runInProcess(cwd, ['scan', '--allow-unreadable', '--max-findings', '5'])).toMatchObject({ code: 0 });
});

test('only what is meant counts', async () => {
  const cwd = createOf({}, link('gone.ts'));
  expect(await runInProcess(cwd, ['scan', 'src/ok.ts'])).toMatchObject({ code: 0, error: '' });
  expect(await runInProcess(cwd, ['scan', 'src/a.ts'])).toMatchObject({
    code: 2,
    error: expect.stringMatching(/^Not read.*src\/a\.ts: it is a link to gone\.ts/) as string,
  });
  expect(await runInProcess(cwd, ['scan', 'src/a.ts', '--allow-unreadable'])).toMatchObject({ code: 0, error: '' });
  expect(await runInProcess(cwd, ['scan', 'src/gone.ts', '--allow-unreadable'])).toMatchObject({
    code: 2,
    error: expect.stringMatching(/src\/gone\.ts: no such file or folder\.\n$/) as string,
  });
  expect(await runInProcess(cwd, ['scan', '--explain', 'src/a.ts:1'])).toMatchObject({
    code: 2,
    error: 'src/a.ts: this file is not judged: it is a link to gone.ts, which does not exist.\n',
  });
});

test('a merged report exits as the run would have that made it', async () => {
  const cwd = createOf({}, link('gone.ts'));
  await runInProcess(cwd, ['scan', '--reporter', 'json', '--output', 'report.json']);
  expect(await runInProcess(cwd, ['merge', 'report.json'])).toMatchObject({
    code: 2,
    error: expect.stringContaining('src/a.ts') as string,
  });
  expect(await runInProcess(cwd, ['merge', 'report.json', '--allow-unreadable'])).toMatchObject({ code: 0, error: '' });
});

test.each(['json', 'sarif', 'github', 'gitlab', 'markdown', 'html', 'table'])(
  'a report in the form %s names it',
  async reporter => {
    const { out } = await runInProcess(createOf({}, link('gone.ts')), [
      'scan',
      '--allow-unreadable',
      '--reporter',
      reporter,
    ]);
    expect(out).toMatch(/src\/a\.ts/);
    expect(out).toMatch(/t is a link to gone\.ts, which does not exist/);
  },
);
