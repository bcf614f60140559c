import type { Random } from '../create-random.js';
import { hostileKeys, hostileLiterals, hostileNames } from './hostile-names.js';

/** What every generated file begins with: a repository by name, a lazy query, a blocking call and some values of any type. */
export const head = `import { readFileSync as readSync } from 'node:fs';
interface Post { id: string }
interface PostRepository { save(...values: unknown[]): Promise<Post>; find(...values: unknown[]): Promise<Post[]>; query(): PostQuery }
interface PostQuery extends PromiseLike<Post[]> { where(...values: unknown[]): PostQuery }
declare const posts: PostRepository;
declare let items: any[];
declare let x: any;
declare let object: any;
declare function f(...values: any[]): any;
declare function decorate(...values: any[]): any;
export async function helper(value: unknown): Promise<Post> { return await posts.save(value); }
`;

/** Every form of an expression, around calls whose promises may be lost. § is a literal, ¤ a name, ¶ a key of a member. */
export const expressions: readonly string[] = [
  'posts.save(§)',
  'posts?.save(§)',
  'posts.save?.(§)',
  "posts['save'](§)",
  'posts[§](x)',
  '(posts.save)(§)',
  '(posts as any).save(§)',
  'posts!.save!(§)',
  '(<PostRepository>posts).save(§)',
  '(posts satisfies PostRepository).save(§)',
  'helper(§)',
  'helper(helper(§))',
  'helper<any>(§)',
  'readSync(§)',
  'String(readSync(§))',
  'posts.query().where(§)',
  'posts.save(§).then(() => posts.save(x))',
  'posts.save(§).then(x, x).catch(() => {}).finally(f)',
  'posts.save(§)?.then?.(f)',
  'Promise.all([posts.save(§), posts.save(x)])',
  'Promise.race([posts.save(§), f()])',
  'Promise.all(items.map(async ¤ => posts.save(¤)))',
  'items.map(¤ => posts.save(¤))',
  'items.forEach(async ¤ => { await posts.save(¤); })',
  'items.forEach(async ({ ¤ = § }) => { await posts.save(¤); })',
  'items.forEach(async ([¤ = §, ...rest]) => { await posts.save(rest); })',
  'items.forEach(async ({ ¶: ¤, ...rest }, index) => posts.save(rest, index))',
  'items?.forEach(¤ => { posts.save(¤); return; })',
  'items.filter(async ¤ => await posts.find(¤))',
  'items.reduce(async (¤, one) => { await ¤; return posts.save(one); }, Promise.resolve())',
  'items.push(posts.save(§))',
  'items.push(...items.map(¤ => posts.save(¤)))',
  'new Promise(resolve => { posts.save(§).then(resolve); })',
  'new Promise(() => { posts.save(§); })',
  'new (class { ¶ = posts.save(§) })()',
  'new x(posts.save(§))',
  'new Set([posts.save(§)])',
  '[posts.save(§), , ...items]',
  '{ ¶: posts.save(§) }',
  '{ ¶() { posts.save(§); } }',
  '{ async ¶() { posts.save(§); } }',
  '{ async *¶() { yield posts.save(§); } }',
  '{ get ¶() { return posts.save(§); }, set ¶(¤) { posts.save(¤); } }',
  '{ ...posts.save(§), [posts.save(§) as any]: 1, __proto__: posts }',
  'x = posts.save(§)',
  'x += posts.save(§)',
  'x ??= posts.save(§)',
  'object.¤ = posts.save(§)',
  'object[§] = posts.save(§)',
  '[x, ...items] = [posts.save(§)]',
  '({ ¶: x, ...object } = posts.save(§))',
  'x + posts.save(§) + x',
  'x ** posts.save(§)',
  'posts.save(§) ** 2',
  'x && posts.save(§)',
  'posts.save(§) || x',
  'x ?? posts.save(§)',
  '(x, posts.save(§))',
  '(posts.save(§), x)',
  'x ? posts.save(§) : posts.find(§)',
  'posts.find(§) ? x : x',
  'posts.find(§) === undefined',
  '!posts.find(§)',
  '-posts.save(§)',
  '~posts.save(§)',
  'typeof posts.save(§)',
  'void posts.save(§)',
  'delete posts.save(§).¤',
  'await posts.save(§)',
  'await (await posts.find(§))',
  '`${posts.save(§)}`',
  'f`${posts.save(§)}${x}`',
  'f`\\u`',
  'posts.save`${x}`',
  'posts.save(§).¤',
  'posts.save(§)[§]',
  'posts.save(§)!',
  'posts.save(§) as any',
  'posts.save(§) satisfies unknown',
  '<any>posts.save(§)',
  'posts.save(§) instanceof x',
  "'¤' in posts.save(§)",
  'import(posts.save(§) as any)',
  'import.meta.url',
  'new.target',
  '() => posts.save(§)',
  'async () => posts.save(§)',
  'async <T,>(¤: T) => { posts.save(¤); }',
  '(¤ = posts.save(§)) => ¤',
  'function ¤(this: any, ¤1 = posts.save(§)) { posts.save(¤1); }',
  'async function* ¤() { yield* posts.save(§) as any; yield posts.save(§); }',
  'function () { return posts.save(arguments); }',
  'class ¤ extends f(posts.save(§)) { static ¶ = posts.save(§); static { posts.save(§); } #private = posts.save(§); accessor ¤1 = posts.save(§) }',
  'setTimeout(() => posts.save(§), 1)',
  'setInterval(async () => { await posts.save(§); })',
  "x.on('event', async () => { await posts.save(§); })",
  'JSON.stringify(posts.save(§))',
  'JSON.stringify({ ¶: [posts.save(§)] })',
  'console.log(posts.save(§))',
  'x.send({ post: posts.save(§) })',
  'Object.entries(items.map(¤ => posts.save(¤)))',
  'this.¤.save(posts.save(§))',
  '(() => posts.save(§))()',
  '(async function () { posts.save(§); })()',
  'f(...[posts.save(§)])',
  'f(x => y => posts.save(x, y))',
  'f?.(posts.save(§))?.[x]?.¤',
  'f<typeof posts.save>(posts.save(§))',
  'x++ + posts.save(§)',
  '§',
];

/** Every form of a statement around an expression, which stands for ¦. */
export const statements: readonly string[] = [
  '¦;',
  'void (¦);',
  'await (¦);',
  'return (¦);',
  'throw (¦);',
  'x = (¦);',
  'const ¤ = (¦);',
  'let ¤ = (¦); ¤;',
  'let ¤; ¤ = (¦); return ¤;',
  'const ¤ = (¦); if (x) return; await ¤;',
  'const ¤ = (¦); try { return ¤; } catch {}',
  'const ¤: Promise<any> = (¦) as any; f(¤); ¤.catch(f);',
  'const { ¶: ¤ = (¦), ...rest } = x;',
  'const [¤ = (¦), , ...[rest]] = x;',
  'var ¤ = (¦), ¤2 = (¦); ¤2 = ¤;',
  'using ¤ = (¦) as any;',
  'await using ¤ = (¦) as any; return posts.save(¤);',
  'if (¦) x; else (¦);',
  'if (x) (¦); else if (¦) { (¦); }',
  'for (let ¤ = (¦); (¦); (¦)) (¦);',
  'for (;;) { (¦); break; }',
  'for (const ¤ of (¦)) { (¦); continue; }',
  'for await (const { ¶: ¤ } of (¦)) (¦);',
  'for (const ¤ in (¦)) (¦);',
  'for (x of [¦]) ;',
  'while (¦) { (¦); }',
  'do (¦); while (¦)',
  'while (await (¦)) await f(setTimeout);',
  'switch (¦) { case (¦): (¦); break; default: { (¦); } }',
  'switch (x) { default: return (¦); case 1: using ¤ = x; (¦); }',
  'try { (¦); } catch (¤) { (¦); } finally { (¦); }',
  'try { return (¦); } catch { throw x; } finally {}',
  'try { return (¦); } finally { return (¦); }',
  '¤: for (;;) { (¦); break ¤; }',
  '¤: { (¦); break ¤; }',
  '¤: (¦);',
  '{ (¦); { (¦); } }',
  ';;(¦);;',
  '(¦)\n(¦)',
  '(¦)\n`x`',
  'x\n++\n(¦)',
  'debugger; (¦);',
  'function ¤(¤1 = (¦)) { (¦); }',
  'async function ¤() { await (¦); }',
  'class ¤ { ¶ = (¦); async m() { (¦); } constructor() { (¦); } static { (¦); } get [(¦) as any]() { return (¦); } @decorate(¦) m2(@decorate(¦) y: any) {} }',
  'class ¤ extends f(¦) { static async *#m() { yield (¦); } accessor y = (¦); declare z: any; override m?(): void; [key: string]: any }',
  '/* why */ (¦); // why not',
  '// fire and forget\n(¦);',
  'const ¤ = async () => { (¦); }; await ¤();',
  'const all: any[] = []; all.push(¦); for (const one of items) all.push(¦, one); all.length;',
  'const all = [¦, (¦)]; Promise.all(all);',
  'const map = new Map(); map.set(x, (¦)); map.get(x);',
  'const read = items.length ? posts.find(¦) : undefined; if (!read) throw x; return read;',
  'let total = 0; total += (¦) as any; total = total + ((¦) as any);',
  'await f(¦).then(async () => { (¦); });',
  'return await Promise.all([¦, (¦)]);',
  'return { ¶: (¦), async ¤() { (¦); } };',
  'yield (¦);',
  'x = (¦) as any as Promise<void>; await x;',
  'let query = posts.query().where(¦); query.where(¦); query;',
  'if (!object.cached) object.cached = (¦); return object.cached;',
  'object.cached ??= (¦);',
  'f(¦); return new Promise(resolve => { object.pending.set(x, resolve); });',
  'const { promise, resolve } = Promise.withResolvers(); (¦); object.y = resolve; await promise;',
  'type ¤ = ReturnType<typeof f>; interface ¤1 { ¶: ¤; (y: ¤): asserts y is ¤; new (): ¤ } enum ¤2 { A = (¦) as any, ¤3 } (¦);',
  'let y: typeof posts extends infer ¤ ? { readonly [key in keyof ¤]?: ¤[key] } : never; (¦);',
  'let y: `${string}-${number}` | [a: 1, b?: 2, ...rest: 3[]] | (abstract new () => void) | unique symbol; (¦);',
];

/** Functions around a statement, which stands for ¦. */
export const surroundings: readonly string[] = [
  'async function ¤() { ¦ }',
  'function ¤() { ¦ }',
  'async function* ¤() { ¦ }',
  'const ¤ = async () => { ¦ };',
  'class ¤ { async ¶() { ¦ } }',
  'class ¤ { static async #private() { ¦ } constructor() { ¦ } static { ¦ } }',
  'const ¤ = { async ¶() { ¦ } };',
  'namespace ¤ { export async function inner() { ¦ } }',
  'async function ¤() { items.forEach(y => { ¦ }); }',
  'async function ¤() { const inner = async () => { ¦ }; await inner(); }',
  'export default async function () { ¦ }',
  'export default class { @decorate() async ¶() { ¦ } }',
  'export = { async ¶() { ¦ } };',
  '@decorate export class ¤ { @decorate() @decorate async ¶(@decorate() y: any, private readonly z = 1) { ¦ } }',
  'declare module "m" { } declare global { interface ¤ {} } async function inner() { ¦ }',
  'abstract class ¤ { abstract m(): void; protected async ¶(): Promise<void>; async ¶(): Promise<void> { ¦ } }',
];

/** Forms of whole files, around a declaration, which stands for ¦. */
export const modules: readonly string[] = [
  '¦',
  "import ¤, * as ¤1 from 'm'; ¦",
  "import { default as ¤, type ¤1, 'string name' as ¤2 } from 'm' with { type: 'json' }; ¦ export { ¤ as 'other name' }; export * as ¤3 from 'm'; export type { ¤1 };",
  "import type ¤ from 'm'; import ¤1 = require('m'); import ¤2 = ¤1.a.b; ¦ export as namespace ¤3;",
  "import 'm'; export * from 'm'; export {}; ¦",
  "import defer * as ¤ from 'm'; ¦",
  "#!/usr/bin/env node\n'use strict'; ¦",
  '\ufeff¦',
  '/// <reference types="none" />\n// @ts-nocheck\n¦',
  '\u0000¦',
  '¦\r\n\r¦\u2028',
  '<!-- ¦ -->',
];

/** Elements of JSX around an expression, which stands for ¦. */
export const elements: readonly string[] = [
  '<a>{¦}</a>',
  '<a b={¦} {...(¦)} c-d="(" e=\'[\'>text (&amp;) {/* nothing */}{...[¦]}</a>',
  '<><a.b.c><this.d /></a.b.c>{¦}</>',
  '<a:b c:d={¦} />',
  '<A<string> onClick={async () => { await (¦); }} render={() => (¦)} />',
  'x ? <a>{¦}</a> : null',
];

/** Puts names, literals and keys into the holes of a form. */
export function fill(form: string, content: string, random: Random): string {
  const name = pick(hostileNames, random);
  return form
    .replaceAll('¦', () => content)
    .replaceAll('§', () => pick(hostileLiterals, random))
    .replaceAll('¶', () => pick(hostileKeys, random))
    .replaceAll('¤', () => name);
}

/** One of several. */
export function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[random(items.length)];
  if (item === undefined) throw new Error('there is nothing to pick from');
  return item;
}
