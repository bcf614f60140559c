import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ts as bundled } from 'ts-morph';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { rooms } from '../scripts/rooms.js';
import { root } from './support/paths.js';

test.each(Object.keys(rooms))('src/%s imports only what it may', folder => {
  const files = globSync(`src/${folder}/**/*.ts`, { cwd: root, ignore: ['**/template/**'] }); // which are code of those who use them
  expect(files.length).toBeGreaterThan(0);
  expect(
    files.flatMap(file =>
      importsOf(file)
        .filter(found => !isAllowed(found, folder))
        .map(found => `${file}: ${found}`),
    ),
  ).toEqual([]);
});

test('every folder of src has a law', () => {
  const folders = new Set(globSync('src/*/**/*.ts', { cwd: root }).map(file => file.split('/')[1]));
  expect([...folders].toSorted()).toEqual(Object.keys(rooms).toSorted());
});

test('the plugin loads no ts-morph', () => {
  const script = `
    const { createRequire } = require('node:module');
    const plugin = require(${JSON.stringify(resolve(root, 'dist/index.js'))});
    const loaded = Object.keys(require.cache);
    console.log(JSON.stringify({ rules: Object.keys(plugin.rules), typescript: loaded.some(f => f.includes('/typescript/')), morph: loaded.some(f => f.includes('/ts-morph/')) }));
  `;
  const printed = execFileSync(process.execPath, ['--no-warnings', '-e', script], { encoding: 'utf8' });
  expect(JSON.parse(printed)).toEqual({
    rules: ['no-unawaited-calls', 'no-fire-and-forget', 'no-blocking-calls'],
    typescript: true,
    morph: false,
  });
});

test('the compiler this package is developed with has the minor version that ts-morph bundles', () => {
  expect(ts.versionMajorMinor).toBe(bundled.versionMajorMinor);
});

/** The imports of a file: a folder of `src`, a package or a built-in, with ` type` behind it where only types are taken. */
function importsOf(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(resolve(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  visit(source);
  return found;

  function visit(node: ts.Node): void {
    const specifier = specifierOf(node);
    if (specifier !== undefined) {
      const onlyTypes =
        (ts.isImportDeclaration(node) && node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) ||
        (ts.isExportDeclaration(node) && node.isTypeOnly);
      const name = toName(specifier, file);
      if (name !== undefined) found.push(onlyTypes ? `${name} type` : name);
    }
    ts.forEachChild(node, visit);
  }
}

function specifierOf(node: ts.Node): string | undefined {
  if (
    (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
    node.moduleSpecifier &&
    ts.isStringLiteral(node.moduleSpecifier)
  ) {
    return node.moduleSpecifier.text;
  }
  const isDynamic = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const [argument] = isDynamic ? node.arguments : [];
  return argument && ts.isStringLiteral(argument) ? argument.text : undefined;
}

/** Undefined inside the same folder. */
function toName(specifier: string, file: string): string | undefined {
  if (specifier.startsWith('./')) return undefined;
  if (!specifier.startsWith('../')) return specifier;
  const path = resolve('/', file, '..', specifier).split('/').filter(Boolean);
  if (path.length > 2 && path[1] === file.split('/')[1]) return undefined;
  return path.length > 2 ? path[1] : path[1]?.replace(/\.js$/, '');
}

function isAllowed(found: string, folder: string): boolean {
  return (rooms[folder]?.mayImport ?? []).some(
    allowed => found === allowed || found === `${allowed} type` || (allowed === 'node:*' && found.startsWith('node:')),
  );
}
