import { resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { ClassicEngines } from '../../../src/engines/classic/classic-engines.js';
import { createProject } from '../../support/create-project.js';

const declarations = `
  import type { EventEmitter } from 'node:events';

  interface Awaited<T> { then<R>(onDone: (value: T) => R): Promise<R>; }
  interface Query extends Awaited<string> { where(condition: string): this; }
  interface Rows<T> extends Awaited<T[]> { as<U>(): Rows<U>; }
  interface Insert extends Awaited<void> { returning(): Query; }
  interface Returning extends Pick<Awaited<void>, 'then'> { extend(): Omit<Returning, 'run'>; run(): Promise<void>; }
  type Filtered = Query & { readonly filters: number };
  class Lazy extends Promise<string> { limit(): this { return this; } }

  interface Later extends Awaited<string> { cancel(): void; progress(): number; again(): Later[]; }
  interface Handled extends Awaited<string> { ready(): Promise<string>; result(): PromiseLike<string>; }
  interface Listened extends EventEmitter, Awaited<string> {}
  interface Row extends EventEmitter, Awaited<string> { on(event: 'row', listener: () => void): this; }
  interface Deferred<T> { then<R>(onDone: (value: T) => R): Deferred<R>; tap(listener: () => void): Deferred<T>; }
  interface Upload extends Deferred<string> { pause(): Deferred<string>; }
  interface Builder { where(condition: string): this; execute(): Promise<string>; }

  declare function fail(): never;
`;

test.each([
  ['gives itself', 'Query'],
  ['gives its own kind of something else', 'Rows<string>'],
  ['gives something that gives itself', 'Insert'],
  ['gives a part of itself', 'Returning'],
  ['gives itself, and has something else besides', 'Filtered'],
  ['gives itself, as a promise', 'Lazy'],
  ['gives itself, or nothing', 'Query | undefined'],
])('what has a method that %s is a builder', (_, type) => {
  expect(isBuilder(type)).toBe(true);
});

test.each([
  ['is a promise', 'Promise<string>'],
  ['is a promise of another make', 'Deferred<string>'],
  ['is a kind of promise of another make', 'Upload'],
  ['can only be awaited', 'Later'],
  ['gives promises', 'Handled'],
  ['gives itself for listeners, as all of Node do', 'Listened'],
  ['declares anew what it has from Node', 'Row'],
  ['gives a part of something else', "Pick<Awaited<string>, 'then'> & { part(): Pick<Builder, 'execute'> }"],
  ['cannot be awaited', 'Builder'],
  ['is nothing', 'undefined'],
])('what %s is no builder', (_, type) => {
  expect(isBuilder(type)).toBe(false);
});

function isBuilder(type: string): boolean {
  const folder = createProject({
    'a.ts': `${declarations}\nexport function make(): ${type} { return fail(); }\nmake();`,
  });
  const path = resolve(folder, 'a.ts');
  const program = ts.createProgram([path], {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    module: ts.ModuleKind.NodeNext,
    types: ['node'],
  });
  const last = program.getSourceFile(path)?.statements.at(-1);
  if (!last || !ts.isExpressionStatement(last)) throw new Error('the last statement is a call');
  return new ClassicEngines(ts).of(program).types.isBuilder(last.expression);
}
