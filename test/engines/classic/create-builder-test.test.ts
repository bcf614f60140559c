import { resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { unitsOf } from '../../support/analyse-fixture.js';
import { root } from '../../support/paths.js';
import { engines } from '../../support/unit-of.js';

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

const builders = [
  ['gives itself', 'Query'],
  ['gives its own kind of something else', 'Rows<string>'],
  ['gives something that gives itself', 'Insert'],
  ['gives a part of itself', 'Returning'],
  ['gives itself, and has something else besides', 'Filtered'],
  ['gives itself, as a promise', 'Lazy'],
  ['gives itself, or nothing', 'Query | undefined'],
] as const;

const others = [
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
] as const;

/** One program for all, since most of the time goes into what it is made of. */
const { program } = unitsOf(
  Object.fromEntries([...builders, ...others].map(([, type]) => [nameOf(type), textOf(type)])),
);

test.each(builders)('what has a method that %s is a builder', (_, type) => {
  expect(isBuilder(type)).toBe(true);
});

test.each(others)('what %s is no builder', (_, type) => {
  expect(isBuilder(type)).toBe(false);
});

function isBuilder(type: string): boolean {
  const last = program.getSourceFile(resolve(root, 'fixtures', nameOf(type)))?.statements.at(-1);
  if (!last || !ts.isExpressionStatement(last)) throw new Error('the last statement is a call');
  return engines.of(program).types.isBuilder(last.expression);
}

function nameOf(type: string): string {
  return `in-memory/${Buffer.from(type).toString('hex')}.ts`;
}

function textOf(type: string): string {
  return `${declarations}\nexport function make(): ${type} { return fail(); }\nmake();`;
}
