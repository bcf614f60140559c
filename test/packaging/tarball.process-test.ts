import { readFile } from 'node:fs/promises';
import { publint } from 'publint';
import { glob } from 'tinyglobby';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packPackage, type Package } from '../support/packaging/pack-package.js';
import { runCommand } from '../support/packaging/run-command.js';
import { root } from '../support/paths.js';

let packed: Package;

beforeAll(async () => {
  packed = await packPackage();
});

afterAll(() => packed.dispose());

test('it holds the built package, its documents, and nothing else', () => {
  const topLevel = new Set(packed.files.map(path => path.replace(/\/.*/, '/')));
  expect([...topLevel].toSorted()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'dist/',
    'docs/',
    'package.json',
    'schema/',
  ]);
});

test('it holds the script and the types of every source file, the templates as they are, and no other built file', async () => {
  const sources = await glob('**/*.ts', {
    cwd: `${root}/src`,
    ignore: ['**/template/**', 'catalogue/libraries/*', 'report-page/**'], // which are packed into one
  });
  const templates = await glob('**/template/*.ts', { cwd: `${root}/src` });
  const built = sources
    .map(path => `dist/${path.replace(/\.ts$/, '')}`)
    .flatMap(path => [`${path}.d.ts`, `${path}.js`]);
  expect(packed.files.filter(path => path.startsWith('dist/'))).toEqual(
    [...built, ...templates.map(path => `dist/${path}`)].toSorted(),
  );
});

test('its documents are Markdown with one picture, and the page that the rule links to is among them', () => {
  const documents = packed.files.filter(path => path.startsWith('docs/'));
  expect(documents).toContain('docs/rules/no-unawaited-calls.md');
  expect(documents.filter(path => !path.endsWith('.md'))).toEqual(['docs/scan.svg']);
});

test('publint finds no problem', async () => {
  const { buffer } = new Uint8Array(await readFile(packed.tarball));
  const { messages } = await publint({ pack: { tarball: buffer }, strict: true });
  expect(messages).toEqual([]);
});

test('Are The Types Wrong finds no problem', async () => {
  const { exitCode, stdout } = await runCommand(
    root,
    'npx',
    'attw',
    packed.tarball,
    '--profile',
    'esm-only',
    '--no-color',
  );
  expect(exitCode, stdout).toBe(0);
  expect(stdout).toContain('"eslint-plugin-persistence/codemod"');
});
