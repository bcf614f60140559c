import { resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { createExternalCallerFinder } from '../../../src/codemods/make-async/create-external-caller-finder.js';
import { ClassicEngines } from '../../../src/engines/classic/classic-engines.js';
import { createProject } from '../../support/create-project.js';

const store = `export class Store { save(): void {} private own(): void {} #hidden(): void {} readonly part = new Part(); }
class Part { touch(): void {} }
export function load(): void {}
function local(): void {}
export const api = { keep(): void {} };
export interface Plugin { start(): void }
export function use(plugin: Plugin): void { plugin.start(); local(); }
`;

/** What is said of each of these names, where the package's files and its manifest are these. */
function findOutsiders(
  names: readonly string[],
  files: Readonly<Record<string, string>>,
  manifest: object,
): readonly (string | undefined)[] {
  const folder = createProject({ 'package.json': JSON.stringify(manifest), 'src/store.ts': store, ...files });
  const paths = ['src/store.ts', ...Object.keys(files).filter(path => path.startsWith('src/') && path.endsWith('.ts'))];
  const program = ts.createProgram(
    paths.map(path => resolve(folder, path)),
    { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, types: [], noLib: true },
  );
  const engine = new ClassicEngines(ts).of(program);
  const findExternalCaller = createExternalCallerFinder(folder)(engine);
  return names.map(name =>
    findExternalCaller(declarationNamed(name, program.getSourceFile(resolve(folder, 'src/store.ts'))), name),
  );
}

function declarationNamed(name: string, sourceFile: ts.SourceFile | undefined): ts.Declaration {
  const found: ts.Declaration[] = [];
  const visit = (node: ts.Node): void => {
    const declared = ts.getNameOfDeclaration(node as ts.Declaration); // undefined for what is none
    if (declared?.parent === node && declared.getText() === name) found.push(node as ts.Declaration);
    ts.forEachChild(node, visit);
  };
  if (sourceFile) visit(sourceFile);
  const [declaration] = found;
  if (!declaration) throw new Error(`nothing is called ${name}`);
  return declaration;
}

const isPublic = (name: string): string => `\`${name}\` is part of the public API of the package`;

test.each([
  ['main', { main: './dist/index.js' }],
  ['types', { types: './dist/index.d.ts' }],
  ['exports, by condition', { exports: { '.': { import: './lib/index.js' } } }],
  ['exports, with a star', { exports: { './*': './dist/*.js' } }],
  ['a source', { exports: './src/index.ts' }],
  ['nothing: the index', {}],
  ['something that is not there: the index', { main: 'server.js' }],
])('what the package exports can be reached by those who use it; its manifest names %s', (_, manifest) => {
  const said = findOutsiders(
    ['save', 'load', 'touch', 'start', 'keep', 'own', '#hidden', 'local'],
    { 'src/index.ts': "export * from './store.js';" },
    manifest,
  );
  expect(said).toEqual([
    isPublic('save'),
    isPublic('load'),
    isPublic('touch'),
    isPublic('start'),
    isPublic('keep'),
    undefined,
    undefined,
    undefined,
  ]);
});

test("what no entry exports is the package's own", () => {
  const said = findOutsiders(
    ['save', 'load', 'keep'],
    { 'src/index.ts': "import { load } from './store.js'; export const run = (): void => { load(); };" },
    {},
  );
  expect(said).toEqual([undefined, undefined, undefined]);
});

test('a program has no users', () => {
  expect(
    findOutsiders(
      ['save', 'load'],
      { 'src/main.ts': "import { load } from './store.js'; load();" },
      { bin: './dist/main.js' },
    ),
  ).toEqual([undefined, undefined]);
});

test('files that the project leaves out may call what they can name', () => {
  const outside = { 'test/store.spec.ts': "import { Store } from '../src/store.js'; new Store().save();" };
  expect(findOutsiders(['save', 'load', 'own'], outside, {})).toEqual([
    '`test/store.spec.ts`, which is not in the project, may call `save`',
    undefined,
    undefined,
  ]);
});

test.each([
  ['the name alone', 'test/other.spec.ts', "import { other } from './other.js'; other.save(); other.load();"],
  ['the file alone', 'test/other.spec.ts', "import '../src/store.js';"],
  ['longer words', 'test/other.spec.ts', 'restore().unsaved(); storeAll(); saved();'],
  ['what is built', 'dist/store.js', "class Store { save() {} } exports.Store = Store; import '../src/store.js'"],
  ['what is built beside its source', 'src/store.js', 'exports.Store = class Store { save() {} }; store.save();'],
  ["what Yarn Plug'n'Play makes", '.pnp.cjs', "require('./src/store').save(new Store());"],
  ['what is installed', 'node_modules/a/index.js', "require('store').save();"],
  ['another package', 'packages/b/use.ts', "import { Store } from 'store'; new Store().save();"],
])('%s is not enough', (_, path, text) => {
  const folder = path.startsWith('packages/b') ? { 'packages/b/package.json': '{}' } : {};
  expect(findOutsiders(['save'], { ...folder, [path]: text }, {})).toEqual([undefined]);
});
