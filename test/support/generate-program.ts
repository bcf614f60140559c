import ts from 'typescript';
import type { Random } from './create-random.js';

/** A generated file, by name: as it is right, and with every `await` left out that the codemod can put back without being asked. */
export interface GeneratedFile {
  readonly name: string;
  readonly right: string;
  readonly wrong: string;
  /** How many are left out. */
  readonly count: number;
}

/** What generated files import: a repository of the project's own, and tables and containers of several libraries. */
export const repositoryFile = `import type { Container } from '@azure/cosmos';
import type { Knex } from 'knex';
import type { Repository } from 'typeorm';
declare global {
  namespace JSX { interface IntrinsicElements { readonly b: { readonly title?: unknown; readonly children?: unknown } } }
}
export interface Post { readonly id: number; readonly title: string }
export declare const posts: Repository<Post>;
export declare const container: Container;
export declare const knex: Knex;
export interface Thread { readonly id: string; readonly posts?: number }
export interface ThreadRepository {
  save(thread: Thread): Promise<Thread>;
  find(id: string): Promise<Thread | null>;
  exists(id: string): Promise<boolean>;
  count(): Promise<number>;
  remove(id: string): Promise<void>;
}
export declare const threads: ThreadRepository;
export declare const perhaps: ThreadRepository | undefined;
export declare const service: { readonly threads?: ThreadRepository };
export declare const thread: Thread;
export declare const isNew: boolean;
export declare function log(...values: readonly unknown[]): void;
export declare function named(name: string): (target: unknown, context: unknown) => void;
`;

/** Generates a file of classes, functions and statements that call a repository in every position where an `await` can be lost. */
export function generateFile(name: string, random: Random): GeneratedFile {
  const generator = new Generator(random);
  const extension = generator.extension;
  const text = generator.withLineEnds(sprinkle(generator.file(), extension, random));
  const count = [...text.matchAll(/\u0001\(?await /g)].length;
  return { name: name + extension, right: unmark(text), wrong: text.replaceAll(/\u0001[^\u0002]*\u0002/g, ''), count };
}

/** The file as it is right. */
function unmark(text: string): string {
  return text.replaceAll(/[\u0001\u0002]/g, '');
}

/** Puts comments in front of some words of a text, at every place but those where a comment would come between an `await` and what it waits for. */
function sprinkle(text: string, extension: string, random: Random): string {
  const chance = [0, 0, 3, 12][random(4)] ?? 0;
  if (chance === 0) return text;
  const places = placesOf(text);
  let sprinkled = '';
  let end = 0;
  for (const start of startsOfWords(unmark(text), extension)) {
    const place = places[start];
    if (place === undefined || random(100) >= chance) continue;
    sprinkled += `${text.slice(end, place)}/* ${random(2) === 0 ? 'here' : '🧵 "\'\`'} */ `;
    end = place;
  }
  return sprinkled + text.slice(end);
}

/** Where each character of the right file is in the marked text; undefined where what is lost is put, or what it belongs to begins. */
function placesOf(text: string): readonly (number | undefined)[] {
  const places: (number | undefined)[] = [];
  let isLost = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\u0001') isLost = true;
    else if (text[at] === '\u0002') isLost = false;
    else
      places.push(
        isLost
          ? text.startsWith('\u0001await', at - 1) || text.startsWith('\u0001(await', at - 1)
            ? at - 1
            : undefined
          : text[at - 1] === '\u0002' && text[at - 2] !== ')'
            ? undefined
            : at,
      );
  }
  return places;
}

function startsOfWords(text: string, extension: string): readonly number[] {
  const sourceFile = ts.createSourceFile(`file${extension}`, text, ts.ScriptTarget.Latest, true);
  const starts: number[] = [];
  visit(sourceFile);
  return starts;

  function visit(node: ts.Node): void {
    if (ts.isJsxText(node) || ts.isJsxElement(node)) return;
    const children = node.getChildren(sourceFile);
    if (children.length === 0 && node.kind !== ts.SyntaxKind.EndOfFileToken && node.end > node.pos)
      starts.push(node.getStart(sourceFile));
    for (const child of children) visit(child);
  }
}

/** Marks what the wrong file does not have. */
function lost(text: string): string {
  return `\u0001${text}\u0002`;
}

class Generator {
  readonly #random: Random;
  readonly #indent: string;
  readonly #hasSemicolons: boolean;
  readonly extension: string;
  #names = 0;

  constructor(random: Random) {
    this.#random = random;
    this.#indent = this.#pick(['  ', '\t', '    ']);
    this.#hasSemicolons = this.#chance(70);
    this.extension = this.#pick(['.ts', '.ts', '.mts', '.tsx']);
  }

  file(): string {
    const head = `import { container, isNew, knex, log, named, perhaps, posts, service, thread, threads, type Thread, type ThreadRepository } from './repository.js'${this.#end()}\n`;
    const parts = this.#times(2, 4, () => this.#declaration(0));
    return [
      this.#chance(30) ? '/* Copyright of nobody. */\n' : '',
      head,
      ...parts,
      `export type Unused = [Thread, ThreadRepository, typeof container, typeof knex, typeof named, typeof posts, typeof service]${this.#end()}`,
    ].join('\n');
  }

  /** Gives all lines their ends, and some files a byte order mark. */
  withLineEnds(lines: string): string {
    const lineEnd = this.#pick(['\n', '\r\n', 'mixed']);
    const text = lines.replaceAll('\n', () => (lineEnd === 'mixed' ? this.#pick(['\n', '\r\n']) : lineEnd));
    return `${this.#chance(20) ? '\uFEFF' : ''}${text}${this.#chance(70) ? (lineEnd === '\r\n' ? '\r\n' : '\n') : ''}`;
  }

  /** A declaration of a file or of a block: a function or a class. */
  #declaration(depth: number): string {
    const exported = depth === 0 ? 'export ' : '';
    const name = this.#name();
    switch (this.#random(depth === 0 ? 5 : 4)) {
      case 4:
        return `export namespace ${name} {\n${this.#indent}${this.#declaration(0)}}\n`;
      case 0:
        return `${this.#comment()}${exported}async function ${name}(id: string): Promise<any> ${this.#body(depth)}\n`;
      case 1:
        return `${exported}const ${name} = async (id: string): Promise<any> => ${this.#body(depth)}${this.#end()}\n`;
      case 2:
        return `${exported}async function* ${name}(id: string): AsyncGenerator<unknown> ${this.#body(depth)}\n`;
      default:
        return this.#class(depth, `${exported}class ${name}`);
    }
  }

  #class(depth: number, head: string): string {
    const pad = this.#indent.repeat(depth + 1);
    const members = this.#times(1, 4, () => pad + this.#member(depth + 1));
    return `${head} {\n${pad}constructor(private readonly threads: ThreadRepository) { log(this.threads)${this.#end()} }\n${members.join('\n')}\n${this.#indent.repeat(depth)}}\n`;
  }

  #member(depth: number): string {
    const name = this.#name();
    const body = this.#body(depth);
    switch (this.#random(8)) {
      case 6:
        return `static { log(async (id: string) => ${body})${this.#end()} }`;
      case 7:
        return `async ${name}(id: string, run = async (): Promise<any> => ${this.#body(depth)}): Promise<any> ${body}`;
      case 0:
        return `static async ${name}(id: string): Promise<any> ${body}`;
      case 1:
        return `readonly ${name} = async (id: string): Promise<any> => ${body}${this.#end()}`;
      case 2:
        return `get ${name}(): (id: string) => Promise<any> { return async id => ${body}${this.#end()} }`;
      case 3:
        return `async *${name}(id: string): AsyncGenerator<unknown> ${body}`;
      case 4:
        return `${this.#comment()}@named('a') async ['${name}'](id: string): Promise<any> ${body}`;
      default:
        return `${this.#comment()}async ${name}(id: string): Promise<any> ${body}`;
    }
  }

  #body(depth: number): string {
    return this.#block(depth, this.#chance(20) ? [`log(id)${this.#end()}`] : []);
  }

  #block(depth: number, first: readonly string[] = []): string {
    const pad = this.#indent.repeat(depth + 1);
    const statements = [...first, ...this.#times(1, depth > 3 ? 2 : 4, () => this.#statement(depth + 1))];
    return `{\n${statements.map(statement => `${pad}${this.#apart(statement)}${this.#chance(15) ? ' // behind' : ''}\n`).join('')}${this.#indent.repeat(depth)}}`;
  }

  /** Without semicolons, a statement must not begin with what goes on with the one before. */
  #apart(statement: string): string {
    return !this.#hasSemicolons &&
      /^(?:\/\*.*?\*\/\s*)?[([\u0060+\-/<]/.test(statement.replaceAll(/[\u0001\u0002]/g, ''))
      ? `;${statement}`
      : statement;
  }

  #statement(depth: number): string {
    const end = this.#end();
    const inner = (): string => (this.#chance(60) ? this.#block(depth) : this.#simple());
    switch (depth > 5 ? this.#random(6) : this.#random(22)) {
      case 18:
        return `for (const ${this.#name()} in thread) ${inner()}`;
      case 19:
        return `log(class { [${this.#text()}](): void {} @named(${this.#text()}) field = 1${this.#hasSemicolons ? ';' : '\n'} static async [${this.#text()}](id: string): Promise<any> ${this.#block(depth)} })${end}`;
      case 20:
        return `if (isNew) throw ${this.#condition()} ? new Error(${this.#text()}) : new TypeError()${end}`;
      case 21:
        return `log(async (run = async () => ${this.#block(depth)}) => ${this.#block(depth)})${end}`;
      case 6:
        return `if (${this.#condition()}) ${this.#block(depth)}${this.#chance(50) ? ` else ${this.#block(depth)}` : ''}`;
      case 7:
        return `if (${this.#condition()})\n${this.#indent.repeat(depth + 1)}${this.#simple()}${this.#chance(50) ? `\n${this.#indent.repeat(depth)}else ${this.#simple()}` : ''}`;
      case 8:
        return `for (const item of ['a', 'b']) ${inner()}`;
      case 9:
        return `while (${this.#condition()}) ${inner()}`;
      case 10:
        return `do ${inner()}${this.#hasSemicolons ? '' : '\n'} while (${this.#condition()})${end}`;
      case 11:
        return `try ${this.#block(depth)} catch ${this.#block(depth)}${this.#chance(50) ? ` finally ${this.#block(depth)}` : ''}`;
      case 12:
        return `switch (${lost('await ')}threads.count()) { case 1: ${this.#simple()}${this.#hasSemicolons ? '' : '\n'} break${end} default: ${this.#simple()} }`;
      case 13:
        return this.#declaration(depth).trimEnd();
      case 14:
        return `${this.#name()}: ${this.#block(depth)}`;
      case 15:
        return `const ${this.#name()} = { run: async (id: string): Promise<any> => ${this.#block(depth)}, async walk(id: string): Promise<any> ${this.#block(depth)} }${end}`;
      case 16:
        return this.#right();
      case 17:
        return this.#block(depth);
      default:
        return this.#simple();
    }
  }

  /** A statement without others in it, with a loss. */
  #simple(): string {
    const end = this.#end();
    const call = this.#call();
    const awaited = `${lost('await ')}${call}`;
    switch (this.#random(this.extension === '.tsx' ? 31 : 30)) {
      case 15:
        return `for (${awaited}; isNew; ) break${end}`;
      case 16:
        return `for (; isNew; ${awaited}) break${end}`;
      case 17:
        return `for (let i = 0, ${this.#name()} = ${awaited}; i < 1; i += 1) log(i)${end}`;
      case 18:
        return `console.log(${this.#blockComment()}${lost('await ')}threads.count(), { found: ${lost('await ')}threads.find('a') }, [${lost('await ')}threads.count()])${end}`;
      case 19:
        return `log(JSON.stringify(${lost('await ')}threads.find('a')))${end}`;
      case 20:
        return `log({ id: 'a', ...${lost('await ')}threads.find('a') })${end}`;
      case 21:
        return `thread.posts ?? ${awaited}${end}`;
      case 22:
        return `${lost('await (')}threads.save(${this.#thread()}) satisfies Promise<Thread>${lost(')')}${end}`;
      case 23:
        return `log(), ${lost('await ')}(threads.save(${this.#thread()}) as Promise<Thread>)${end}`;
      case 24:
        return this.extension !== '.ts'
          ? `isNew && ${awaited}${end}`
          : `log(), ${lost('await ')}<Promise<Thread>>threads.save(${this.#thread()})${end}`;
      case 25:
        return `${lost('await ')}threads.find(${this.#id()})!${end}`;
      case 26:
        return `log(\`\${${lost('(await ')}threads.find('a')${lost(')')}!}\`, ${lost('(await ')}threads.count()${lost(')')}! + '')${end}`;
      case 27:
        return `{ let ${this.#name()} = '', both${end} both = ${this.#text()}${end} log(both)${end} }`;
      case 28:
        return `${lost('await ')}Promise.allSettled(['a'].map(id => threads.remove(id)))${end}`;
      case 30:
        return `log(<b title={${this.#text()}}>{${this.#condition()} ? 1 : 2} of {${this.#text()}}</b>)${end}`;
      case 0:
        return `isNew && ${awaited}${end}`;
      case 1:
        return `isNew ? ${awaited} : ${lost('await ')}${this.#call()}${end}`;
      case 2:
        return `log(), ${this.#blockComment()}${awaited}${end}`;
      case 3:
        return `${awaited}, log()${end}`;
      case 4:
        return `(${this.#blockComment()}${awaited})${end}`;
      case 5:
        return `${awaited}.then(saved => log(saved))${end}`;
      case 6:
        return `${lost('await ')}Promise.all([${call}, ${this.#call()}])${end}`;
      case 7:
        return `${lost('await (')}threads.save(${this.#thread()}) as Promise<Thread>${lost(')')}${end}`;
      case 8:
        return `{ const ${this.#name()} = ${this.#blockComment()}${awaited}${end} }`;
      case 9:
        return `{ const ${this.#name()} = ${lost('(await ')}threads.find('a')${lost(')')}!${end} }`;
      case 10:
        return `{ const ${this.#name()} = ${this.#text()}${end} }`;
      case 11:
        return `log(${this.#text()})${end}`;
      case 12:
        return `log(${this.#condition()} ? 1 : 2)${end}`;
      case 13:
        return `log('' + ${lost('await ')}threads.count())${end}`;
      case 14:
        return `isNew || (log(), ${awaited})${end}`;
      default:
        return `${this.#blockComment()}${awaited}${end}`;
    }
  }

  /** A statement that is right as it is, although nothing in it may be awaited. */
  #right(): string {
    const end = this.#end();
    const [call, name] = [this.#call(), this.#name()];
    return this.#pick([
      `void threads.save(${this.#thread()})${end}`,
      `${call}.catch(log)${end}`,
      `if (isNew) return ${call}${end}`,
      `{ const ${name} = ${call}${end} log()${end} await ${name}${end} }`,
      `await Promise.all([${call}, ${this.#call()}])${end}`,
      `await Promise.all(['a'].map(id => threads.remove(id)))${end}`,
      `await Promise.all(['a'].map(async id => { ${lost('await ')}threads.remove(id)${end} }))${end}`,
      `{ const ${name} = [${call}]${end} await Promise.allSettled(${name})${end} }`,
      `log(await ${call})${end}`,
      `log(async () => ${call})${end}`,
    ]);
  }

  /** Something that is tested. */
  #condition(): string {
    const exists = `${lost('await ')}${this.#pick([`threads.exists(${this.#id()})`, 'posts.existsBy({ id: 1 })'])}`;
    return this.#pick([
      exists,
      `!${exists}`,
      `!(${exists})`,
      `(${exists})`,
      `${exists} === true`,
      `!${this.#blockComment()}${exists}`,
      `${lost('await (')}threads.exists('a') as Promise<boolean>${lost(')')}`,
    ]);
  }

  #text(): string {
    return `\`\${${this.#blockComment()}${lost('await ')}threads.count()} of ${this.#chance(30) ? `\${${this.#condition()} ? 1 : 2}` : 'them'}\``;
  }

  /** A call that gives a promise. */
  #call(): string {
    return this.#pick([
      `threads.save(${this.#thread()})`,
      `threads.save(${this.#thread()})`,
      `threads.remove(${this.#id()})`,
      `perhaps?.save(${this.#thread()})`,
      `service.threads?.remove(${this.#id()})`,
      `service.threads!.remove(${this.#id()})`,
      `threads['save'](${this.#thread()})`,
      `threads // the table\n${this.#indent.repeat(3)}.save(${this.#thread()})`,
      `threads\n${this.#indent.repeat(3)}/* saved */.remove(\n${this.#indent.repeat(4)}${this.#id()},\n${this.#indent.repeat(3)})`,
      `threads["remove"]('a')`,
      `posts.save({ title: ${this.#id()} })`,
      `posts.manager.getRepository('Post').delete(1)`,
      `container.items.create({ id: ${this.#id()} })`,
      `container.item(${this.#id()}, 'a').delete()`,
      `knex('threads').where('id', ${this.#id()}).del()`,
      `knex('threads')\n${this.#indent.repeat(3)}.insert({ title: 'a' })`,
    ]);
  }

  #thread(): string {
    return this.#chance(80) ? 'thread' : `{ id: ${this.#id()} }`;
  }

  #id(): string {
    return this.#chance(85) ? "'a'" : this.#text();
  }

  #comment(): string {
    return this.#pick(['', '', '/** Says what it does. */ ', '/* 🧵 */ ']);
  }

  #blockComment(): string {
    return this.#pick(['', '', '', '/* before */ ', '/** Says what it does. */ ']);
  }

  #end(): string {
    return this.#hasSemicolons ? ';' : '\n';
  }

  #name(): string {
    this.#names += 1;
    return `name${this.#names}`;
  }

  #times(least: number, most: number, make: () => string): readonly string[] {
    return Array.from({ length: least + this.#random(most - least + 1) }, make);
  }

  #chance(percent: number): boolean {
    return this.#random(100) < percent;
  }

  #pick<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[this.#random(items.length)] ?? items[0];
  }
}
