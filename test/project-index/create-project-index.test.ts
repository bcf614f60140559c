import ts from 'typescript';
import { expect, test } from 'vitest';
import { createProjectIndex } from '../../src/project-index/create-project-index.js';
import { createFileRecords } from '../../src/project-index/file-records.js';
import type { ProjectFiles } from '../../src/project-index/project-files.js';
import type { ProjectIndex } from '../../src/project-index/project-index.js';

/** The files of a program, by their paths: an own source, one more, a declaration file of the project, a package's and the language's. */
const texts = {
  '/src/store.ts': "import { Client } from 'pg';\nexport function save() { return readFileSync(); }",
  '/src/main.ts': "import { save } from './store.js';\nclass Main implements Runner {}\nhandlers[key](save);",
  '/src/types.d.ts':
    "import { Pool } from 'pg-pool';\nexport declare class Typed implements Runner { typed(): Promise<void>; }",
  '/linked/index.ts': "import 'linked-missing';\nexport const linked = () => readFileSync();",
  '/node_modules/@types/pg/index.d.ts': 'export declare class Client { query(): Promise<void>; }',
  '/node_modules/koa/index.d.ts': "export declare class Koa { listen(): Promise<void>; }\nimport 'node:http';",
  '/lib.d.ts': 'interface Promise<T> { then(): Promise<T>; }',
} as const;

test('what the project and the packages declare has a name, and what others declare has none', () => {
  const { members } = open().index.declaredNames(['pg']);
  expect(['save', 'typed', 'linked', 'query'].filter(name => members.has(name))).toEqual([
    'save',
    'typed',
    'linked',
    'query',
  ]);
  expect(['listen', 'then'].some(name => members.has(name))).toBe(false);
});

test('a name that is written with escapes is mentioned', () => {
  const { index } = open({ '/src/escaped.ts': 's\\u0061ve();' });
  expect([...index.mentionsOf('save')].map(node => node.getSourceFile().fileName)).toContain('/src/escaped.ts');
});

test('calls, imports, mentions, implementers and accesses are those of own files', () => {
  const { index } = open();
  expect([...index.namesReaching(new Set(['readFileSync']))]).toEqual(['save']);
  expect(index.imports().map(({ text }) => text)).toEqual(['pg', './store.js']);
  expect([...index.mentionsOf('save')].map(node => node.getSourceFile().fileName)).toEqual([
    '/src/store.ts',
    '/src/main.ts',
    '/src/main.ts',
  ]);
  expect([...index.mentionsOf('linked')]).toEqual([]);
  expect(index.implementersOf('Runner')).toHaveLength(1);
  expect(index.implementersOf('Unheard')).toEqual([]);
  expect(index.dynamicAccesses()).toHaveLength(1);
});

test('a package is there by its files, also by those of its types, and a module by who names it', () => {
  const { index } = open();
  expect([...index.packages()]).toEqual(['pg', 'koa']);
  expect(index.isNamed('pg-pool', ['pg'])).toBe(true);
  expect(index.isNamed('node:http', ['pg'])).toBe(true);
  expect(index.isNamed('node:http', ['koa'])).toBe(false);
});

test('only what a file tests by instanceof is narrowed, and only there', () => {
  const { files, index } = open({
    '/src/main.ts': 'if (store instanceof Store) store.save();',
    '/src/store.ts': 'store;',
  });
  const [store, main] = files;
  if (!store || !main) throw new Error('the files are there');
  const [tested] = index.mentionsIn(main, 'store');
  const [other] = index.mentionsIn(store, 'store');
  const [untested] = index.mentionsIn(main, 'save');
  expect([tested, other, untested].map(name => name && ts.isIdentifier(name) && index.isNarrowed(name))).toEqual([
    true,
    false,
    false,
  ]);
});

test('a keystroke costs the reading of one file', () => {
  const walked: string[] = [];
  const records = createFileRecords({
    ...ts,
    forEachChild: (node, visit, visitAll) => {
      if (ts.isSourceFile(node)) walked.push(node.fileName);
      return ts.forEachChild(node, visit, visitAll);
    },
  });
  const files = parse(texts);
  askAll(createProjectIndex(projectOf(files), records));
  expect(walked.length).toBeGreaterThan(files.length);
  walked.length = 0;
  askAll(createProjectIndex(projectOf([...files]), records));
  expect(walked).toEqual([]);

  const edited = parse({ '/src/main.ts': 'export function save() { return readFileSync(); }' });
  const after = createProjectIndex(
    projectOf(files.map(file => edited.find(({ fileName }) => fileName === file.fileName) ?? file)),
    records,
  );
  askAll(after);
  expect(new Set(walked)).toEqual(new Set(['/src/main.ts']));
  expect(after.implementersOf('Runner')).toEqual([]);
  expect([...after.mentionsOf('save')]).toHaveLength(2);
});

/** Asks everything that the index may answer. */
function askAll(index: ProjectIndex): void {
  index.declaredNames(['pg']);
  index.namesReaching(new Set(['readFileSync']));
  index.imports();
  index.implementersOf('Runner');
  index.dynamicAccesses();
  expect([...index.mentionsOf('save')].length).toBeGreaterThan(0);
}

function open(changed: Readonly<Record<string, string>> = {}): {
  readonly files: readonly ts.SourceFile[];
  readonly index: ProjectIndex;
} {
  const files = parse({ ...texts, ...changed });
  return { files, index: createProjectIndex(projectOf(files), createFileRecords(ts)) };
}

function parse(of: Readonly<Record<string, string>>): readonly ts.SourceFile[] {
  return Object.entries(of).map(([path, text]) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
}

/** Some files, of which those in `/src` were listed by the project. */
function projectOf(files: readonly ts.SourceFile[]): ProjectFiles {
  const isOwn = ({ fileName, isDeclarationFile }: ts.SourceFile): boolean =>
    !isDeclarationFile && fileName.startsWith('/src/');
  return {
    all: () => files,
    own: () => files.filter(isOwn),
    named: path => files.find(({ fileName }) => fileName === path),
    isOwn,
    isOfLanguage: ({ fileName }) => fileName === '/lib.d.ts',
  };
}
