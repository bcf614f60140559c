import ts from 'typescript';
import { expect, test } from 'vitest';
import { createFileRecords } from '../../src/project-index/file-records.js';

const { members, locals, typed, types } = createFileRecords(ts).namesOf(
  parse(`
  export function returning() { return save(); }
  export function withoutValue() { if (done) return; save(); }
  export function nested() { [1].map(() => { return 1; }); }
  export function* generator() {}
  export async function waiting() {}
  export const concise = () => save();
  export const block = () => { save(); };
  export const typed: Save = () => {};
  export const text = 'text';
  export { save as renamed } from './save.js';
  class Store {
    constructor(readonly property: Save, parameter: Save) {}
    method(): Promise<void> { return save(); }
    plain(): void {}
  }
  const object = { own: save, save() {} };
  const kept = save;
  function keptFunction() { return save(); }
  import whole, * as all from './save.js';
  const shared = save;
  export { shared };
  interface Query { (text: string): Promise<void>; }
  interface Logger { log(text: string): void; }
  interface Deep extends Query {}
  type Save = () => Promise<void>;
  class Holder { query: Query | null; private logger?: Logger; listed: Save[] }
  function f(callback: Save) { const local = save; const { bound } = stores; }
`),
);

test.each(['returning', 'generator', 'waiting', 'concise', 'typed', 'renamed', 'property', 'method', 'own', 'shared'])(
  '%s may be a member that gives a promise',
  name => {
    expect(members.has(name)).toBe(true);
  },
);

test.each(['withoutValue', 'nested', 'block', 'text', 'plain', 'save', 'f', 'listed', 'logger', 'query'])(
  '%s gives none',
  name => {
    expect(members.has(name) || locals.has(name)).toBe(false);
  },
);

test.each(['parameter', 'callback', 'local', 'bound', 'kept', 'keptFunction', 'whole', 'all'])(
  '%s only means something where it is declared',
  name => {
    expect(locals.has(name)).toBe(true);
    expect(members.has(name)).toBe(false);
  },
);

test('a property is as good as its type', () => {
  expect(typed).toEqual([
    { member: 'query', type: 'Query' },
    { member: 'logger', type: 'Logger' },
  ]);
  expect([...types.callable]).toEqual(['Query', 'Deep', 'Save']);
  expect([...types.uncallable]).toEqual(['Store', 'Logger', 'Holder']);
});

test('in JavaScript, what is assigned to a member declares it', () => {
  const script = createFileRecords(ts).namesOf(parse('exports.save = wrap(save);', 'file.js'));
  expect(script.members.has('save')).toBe(true);
});

function parse(text: string, name = 'file.ts'): ts.SourceFile {
  return ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
}
