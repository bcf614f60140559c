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

test('nothing but an engine names a checker, a program, or what these give', () => {
  const files = globSync('src/**/*.ts', { cwd: root, ignore: ['src/engines/**', '**/template/**'] });
  expect(files.length).toBeGreaterThan(0);
  expect(
    files.flatMap(file =>
      engineNamesIn(readFileSync(resolve(root, file), 'utf8'))
        .filter(name => name !== wholeCompiler || !readsTrees(file))
        .map(name => `${file}: ${name}`),
    ),
  ).toEqual([]);
});

/** Whether a file is of a room whose guards and walks are the compiler's own. */
function readsTrees(file: string): boolean {
  return /^src\/(?:project-index|syntax)\//.test(file);
}

const importsCompiler = "import type ts from 'typescript';\n";

test.each([
  ['a program', `${importsCompiler}export function judge(program: ts.Program): void;`, ['Program']],
  ['a checker', `${importsCompiler}interface Tracing { readonly checker: ts.TypeChecker }`, ['TypeChecker']],
  ['types', `${importsCompiler}const seen = new Set<ts.Type | ts.UnionType>();`, ['Type', 'UnionType']],
  ['a symbol', `${importsCompiler}const members: readonly ts.Symbol[] = [];`, ['Symbol']],
  ['a signature', `${importsCompiler}type Found = Map<string, ts.Signature>;`, ['Signature']],
  ['a call that gives a checker', 'program.getTypeChecker().getTypeAtLocation(node);', ['getTypeChecker']],
  ['the compiler as a whole', `${importsCompiler}export function load(compiler: typeof ts): void;`, ['typeof ts']],
  ['another name for the compiler', "import * as tsc from 'typescript';\nlet type: tsc.Type;", ['Type']],
  ['an import by name', "import { type Program as Whole, type Node } from 'typescript';", ['Program']],
  ['an import in place', "let type: import('typescript').Type;", ['Type']],
])('a law that sees %s', (_, text, names) => {
  expect(engineNamesIn(text)).toEqual(names);
});

test.each([
  `${importsCompiler}export function isMeant(node: ts.Node, type: ts.TypeNode, fn: ts.SignatureDeclaration): boolean;`,
  "let result: import('./result.js').Type;",
  "import { createProgram } from './create-program.js';\nconst key = Symbol('key'); type Type = string;",
  '/** A `ts.Program` has a TypeChecker. */ const text = "ts.Type";',
])('and that lets pass: %s', text => {
  expect(engineNamesIn(text)).toEqual([]);
});

test('no module remembers anything at its top', () => {
  const files = globSync('src/**/*.ts', { cwd: root, ignore: ['**/template/**'] });
  expect(
    files.flatMap(file => memoriesIn(readFileSync(resolve(root, file), 'utf8')).map(name => `${file}: ${name}`)),
  ).toEqual(['src/run-foreign.ts: hearing']); // which counts what the process as a whole listens to
});

test.each([
  ['a map by node', 'const known = new WeakMap<object, string>();', ['known']],
  ['a map without a type', 'const known = new Map();', ['known']],
  ['a list that grows', 'const seen: string[] = [];', ['seen']],
  ['a variable that changes', 'let latest;', ['latest']],
  ['no table', "const words: ReadonlySet<string> = new Set(['a']); const all: readonly string[] = [];", []],
  ['nothing in a function', 'function find() { const known = new Map(); let at; }', []],
])('a module that remembers %s', (_, text, names) => {
  expect(memoriesIn(text)).toEqual(names);
});

/** The variables at the top of a module that can change, or hold what can grow. */
function memoriesIn(text: string): readonly string[] {
  return ts
    .createSourceFile('file.ts', text, ts.ScriptTarget.Latest)
    .statements.filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) =>
      declarationList.declarations.filter(
        declaration => (declarationList.flags & ts.NodeFlags.Const) === 0 || holdsMemory(declaration),
      ),
    )
    .map(({ name }) => (ts.isIdentifier(name) ? name.text : ''));
}

function holdsMemory({ initializer, type }: ts.VariableDeclaration): boolean {
  if (!initializer) return false;
  if (ts.isArrayLiteralExpression(initializer)) return type !== undefined && ts.isArrayTypeNode(type);
  const isCollection =
    ts.isNewExpression(initializer) &&
    ts.isIdentifier(initializer.expression) &&
    /^(?:Weak)?(?:Map|Set)$/.test(initializer.expression.text);
  const isReadOnly =
    type !== undefined &&
    ts.isTypeReferenceNode(type) &&
    ts.isIdentifier(type.typeName) &&
    type.typeName.text.startsWith('Readonly');
  return isCollection && !isReadOnly;
}

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

/** What engines alone take a compiler as: who is given all of it can make a program. */
const wholeCompiler = 'typeof ts';

/** What of a compiler only engines may name, since another compiler has nothing that could stand in for it. */
const namesOfEngines: ReadonlySet<string> = new Set([
  'BuilderProgram',
  'CompilerHost',
  'IntersectionType',
  'LanguageService',
  'ObjectType',
  'Program',
  'Signature',
  'Symbol',
  'Type',
  'TypeChecker',
  'UnionType',
  'UnionOrIntersectionType',
]);

/** The names of a file that only engines may have, in the order of the text: of the compiler's types, and of what gives a checker. */
function engineNamesIn(text: string): readonly string[] {
  const source = ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true);
  const compilers = new Set(source.statements.flatMap(compilerNamesOf));
  const found: string[] = [];
  visit(source);
  return found;

  function visit(node: ts.Node): void {
    const name = nameInCompiler(node);
    if (name !== undefined && (name === wholeCompiler || namesOfEngines.has(name))) found.push(name);
    if (ts.isIdentifier(node) && node.text === 'getTypeChecker') found.push(node.text);
    ts.forEachChild(node, visit);
  }

  function nameInCompiler(node: ts.Node): string | undefined {
    if (ts.isQualifiedName(node) && ts.isIdentifier(node.left) && compilers.has(node.left.text)) return node.right.text;
    if (ts.isTypeQueryNode(node) && ts.isIdentifier(node.exprName) && compilers.has(node.exprName.text))
      return wholeCompiler;
    if (ts.isImportTypeNode(node)) return nameOfImportType(node);
    return ts.isImportSpecifier(node) && specifierOf(node.parent.parent.parent) === 'typescript'
      ? (node.propertyName ?? node.name).text
      : undefined;
  }
}

/** `import('typescript').Program` */
function nameOfImportType({ argument, qualifier }: ts.ImportTypeNode): string | undefined {
  const isOfCompiler =
    ts.isLiteralTypeNode(argument) && ts.isStringLiteral(argument.literal) && argument.literal.text === 'typescript';
  return isOfCompiler && qualifier && ts.isIdentifier(qualifier) ? qualifier.text : undefined;
}

/** The names by which a statement imports the compiler as a whole. */
function compilerNamesOf(statement: ts.Statement): readonly string[] {
  if (!ts.isImportDeclaration(statement) || specifierOf(statement) !== 'typescript') return [];
  const { name, namedBindings } = statement.importClause ?? {};
  return [name, namedBindings && ts.isNamespaceImport(namedBindings) ? namedBindings.name : undefined].flatMap(
    imported => imported?.text ?? [],
  );
}

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
