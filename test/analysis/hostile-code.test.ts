import { describe, expect, test } from 'vitest';
import { analyseText, unitsOf } from '../support/analyse-fixture.js';

const head = `import type { DataSource } from 'typeorm';
declare const source: DataSource;
interface PostRepository { save(value?: unknown): Promise<void> }
declare const posts: PostRepository;
declare const items: any[];
declare let x: any;
`;

/** Code that the analysis once threw on, or read by its letters, and the kinds that it finds there. */
const cases: Readonly<Record<string, readonly [code: string, ...kinds: string[]]>> = {
  'a default value that opens a group': [
    "items.forEach(async ({ title = '(' }) => { await posts.save(title); });",
    'callbackIgnored',
  ],
  'a default value that opens a class of letters': [
    'items.forEach(async ([title = "["]) => { await posts.save(title); });',
    'callbackIgnored',
  ],
  'a computed key that is a pattern': [
    "items.forEach(async ({ ['*']: title }) => { await posts.save(title); });",
    'callbackIgnored',
  ],
  'a name with an escape': ['const s\\u0061ved = posts.save(); await saved;'],
  'a name with an escape that is never read': ['const s\\u0061ved = posts.save();', 'neverAwaited'],
  'a name that objects have': [
    'const constructor = posts.save(); const __proto__ = posts.save(); await constructor; await __proto__;',
  ],
  'a variable that is made of itself, in a transaction': [
    'await source.transaction(async manager => { var options = options || {}; posts.save(options); });',
    'floating',
  ],
  'variables that are made of each other, in a transaction': [
    'await source.transaction(async manager => { var a = [b], b = { a }; posts.save(b); });',
    'floating',
  ],
  'items that are made of themselves': [
    'class A { items: any[] = this.items; async m() { this.items.forEach(async item => { await posts.save(item); }); } }',
    'callbackIgnored',
  ],
  'a pause that is made of itself': [
    'const pause = pause * 2; async function again() { for (let i = 0; i < 2; i++) { await posts.save(); await new Promise(resolve => setTimeout(resolve, pause)); } } again();',
    'floating',
  ],
  'a lone surrogate': ["posts.save('\\ud800');", 'floating'],
  'a sum of ten thousand operands': [`x = posts.save()${' + x'.repeat(10_000)};`, 'serialized'],
  'a call that is not closed': ['posts.save(', 'floating'],
};

describe('hostile code', () => {
  test.each(Object.entries(cases))('%s', (_, [code, ...kinds]) => {
    const { findings } = analyseText(`${head}export async function f() { ${code} }\n`, 'strict');
    expect(findings.map(({ kind }) => kind)).toEqual(kinds);
  });

  test('a name is found however it is written', () => {
    const {
      units: [unit],
    } = unitsOf({ 'in-memory.ts': `${head}posts.s\\u0061ve(); posts['s\\x61ve']();` });
    expect([...(unit?.index.mentionsOf('save') ?? [])]).toHaveLength(3);
  });
});
