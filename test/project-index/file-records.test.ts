import ts from 'typescript';
import { expect, test } from 'vitest';
import { createFileRecords, type FileRecords } from '../../src/project-index/file-records.js';

const text = `
  import whole, { one as two } from './module.js';
  import * as all from './all.js';
  import assigned = require('./assigned.js');
  export { three } from './exported.js';
  export * from './everything.js';
  const later = import('./later.js');
  const required = require('./required.js');
  const computed = import(name);

  class Kept extends base.Repository<Thread> implements Store {}
  const object: Store = { save() {} };
  const part = (): Promise<Partial<Store & Closable>> => ({ save() {} });
  function make(): Store { return { save() {} }; }
  const asserted = { save() {} } satisfies Store;
  const save: Save = async () => {};
  const plain = { save() {} };

  if (error instanceof DatabaseError && this.store instanceof Store && #own instanceof Store) {}
  if (other in error) {}

  handlers[key]();
  handlers['save']();
  handlers[0]();
  for (const one of Object.values(registered)) {}
  Object.entries(listed).map(String);
  Object.keys(counted);
  Map.values(others);
`;
const sourceFile = parse(text);

test('a record names the modules that a file imports', () => {
  const { imports } = createFileRecords(ts).of(sourceFile);
  expect(imports.map(({ text: module }) => module)).toEqual([
    './module.js',
    './all.js',
    './assigned.js',
    './exported.js',
    './everything.js',
    './later.js',
    './required.js',
  ]);
});

test('a record has what stands behind types, by the last word of their names', () => {
  const { implementers } = createFileRecords(ts).of(sourceFile);
  expect(
    Object.fromEntries(
      [...implementers].map(([type, found]) => [type, found.map(({ body }) => ts.SyntaxKind[body.kind])]),
    ),
  ).toEqual({
    Repository: ['ClassDeclaration'],
    Store: [
      'ClassDeclaration',
      'ObjectLiteralExpression',
      'ObjectLiteralExpression',
      'ObjectLiteralExpression',
      'ObjectLiteralExpression',
    ],
    Closable: ['ObjectLiteralExpression'],
    Save: ['ArrowFunction'],
  });
});

test('a record names what is tested by instanceof', () => {
  expect([...createFileRecords(ts).of(sourceFile).narrowed]).toEqual(['error', 'store', '#own']);
});

test('what is taken by any name is found', () => {
  const accessed = createFileRecords(ts).dynamicAccessesIn(sourceFile);
  expect(accessed.map(node => node.getText(sourceFile))).toEqual(['handlers', 'registered', 'listed']);
});

test('what may refer to something is found in the order of the text, and imports of a whole by `default` as well', () => {
  const records = createFileRecords(ts);
  const references = records.referencesIn(sourceFile);
  expect(references.get('handlers')).toHaveLength(3);
  const saves = references.get('save') ?? [];
  expect(saves.map(({ kind }) => ts.SyntaxKind[kind])).toContain('StringLiteral');
  expect(saves.map(({ pos }) => pos)).toEqual(saves.map(({ pos }) => pos).toSorted((a, b) => a - b));
  expect(references.get('default')?.map(({ text: name }) => name)).toEqual(['whole', 'all', 'assigned']);
  expect(references.get('./module.js')).toBeUndefined();
});

test('a call in a function of a class or an object belongs to it, whatever kind of function it is', () => {
  const own = parse(`
    class Store {
      constructor() { inConstructor(); }
      get text() { return inGetter(); }
      set text(value) { inSetter(); }
      save() { inMethod(); }
      held = () => inHeld();
      awaited = async () => inAsync();
    }
    const tagged = () => sql\`delete\`;
  `);
  const { calls } = createFileRecords(ts).of(own).calls;
  expect(Object.fromEntries([...calls].map(([caller, callees]) => [caller, [...callees]]))).toEqual({
    text: ['inGetter', 'inSetter'],
    save: ['inMethod'],
    held: ['inHeld'],
    tagged: ['sql'],
  });
});

test.each<[name: string, ask: (records: FileRecords) => object]>([
  ['names, types, imports, calls and tests', records => records.of(sourceFile)],
  ['references', records => records.referencesIn(sourceFile)],
  ['accesses by any name', records => records.dynamicAccessesIn(sourceFile)],
  ["names of another's file", records => records.namesOf(sourceFile)],
])('a file is walked once for its %s', (_, ask) => {
  const { records, walked } = countWalks();
  const first = ask(records);
  expect(walked()).toBe(1);
  expect(ask(records)).toBe(first);
  expect(walked()).toBe(1);
});

/** Records that say how often a whole file was walked for them. */
function countWalks(): { readonly records: FileRecords; readonly walked: () => number } {
  let walks = 0;
  const forEachChild: typeof ts.forEachChild = (node, visit, visitAll) => {
    if (ts.isSourceFile(node)) walks += 1;
    return ts.forEachChild(node, visit, visitAll);
  };
  return { records: createFileRecords({ ...ts, forEachChild }), walked: () => walks };
}

function parse(of: string): ts.SourceFile {
  return ts.createSourceFile('file.ts', of, ts.ScriptTarget.Latest, true);
}
