import type { Random } from './create-random.js';

/** The body of a function of random paths, on which a promise in `kept` is made, replaced, tested and waited for. */
export interface PathBody {
  /** TypeScript and JavaScript alike. */
  readonly text: string;
  /** How many calls `save(n)` stand in it, numbered from 0. */
  readonly saves: number;
}

/** What is around a generated body: `save` makes a promise, `wait` waits for one, `next` may give anything each time. */
export const pathDeclarations = `declare function save(site: number): Promise<void>;
declare function wait(promise: Promise<void> | undefined): boolean;
declare function next(): boolean;
declare function log(value: unknown): void;
`;

/** What a generated function takes. */
export const pathParameters = 'a: boolean, b: boolean, xs: readonly number[], word: string';

/** Generates the body of a function. */
export function generatePaths(random: Random): PathBody {
  const generator = new Generator(random);
  const text = `let kept; let flag = false; let word2 = 'x';\nconst c = !a;\n${generator.block({ depth: 3, isInLoop: false })}`;
  return { text, saves: generator.saves };
}

interface Place {
  readonly depth: number;
  readonly isInLoop: boolean;
}

class Generator {
  saves = 0;
  #names = 0;
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  block(place: Place): string {
    const count = 1 + this.#random(3);
    return Array.from({ length: count }, () => this.#statement(place)).join('\n');
  }

  #statement(place: Place): string {
    const inner = { ...place, depth: place.depth - 1 };
    const inLoop = { ...inner, isInLoop: true };
    const simple = [
      () => `kept = save(${this.#site()});`,
      () => `kept = save(${this.#site()});`,
      () => 'wait(kept);',
      () => `${this.#condition()} && wait(kept);`,
      () => `log(${this.#condition()} ? wait(kept) : 0);`,
      () => `kept = ${this.#condition()} ? save(${this.#site()}) : undefined;`,
      () => `flag = ${this.#pick(['true', 'false', 'next()'])};`,
      () => `word2 = ${this.#pick(["'x'", "'y'", 'word'])};`,
      () =>
        `if (${this.#condition()}) ${this.#pick(place.isInLoop ? ['break;', 'continue;', 'return;'] : ['return;'])}`,
      () => `if (${this.#condition()}) throw new Error('left');`,
      () =>
        `const own${(this.#names += 1)} = save(${this.#site()}); if (${this.#condition()}) wait(own${this.#names});`,
    ];
    const nested = [
      () => `if (${this.#condition()}) {\n${this.block(inner)}\n}`,
      () => `if (${this.#condition()}) {\n${this.block(inner)}\n} else {\n${this.block(inner)}\n}`,
      () => `for (const x of xs) {\n${this.block(inLoop)}\n}`,
      () => `for (let i = 0; i < xs.length; i += 1) {\n${this.block(inLoop)}\n}`,
      () => `while (next()) {\n${this.block(inLoop)}\n}`,
      () => `do {\n${this.block(inLoop)}\n} while (next());`,
      () => `try {\n${this.block(inner)}\n} catch {\n${this.block(inner)}\n}`,
      () => `try {\n${this.block(inner)}\n} finally {\n${this.block({ ...inner, isInLoop: false })}\n}`,
      () =>
        `switch (${this.#pick(['word', 'word2'])}) {\ncase 'x':\n${this.block(inner)}\n${this.#pick(['break;', ''])}\n${this.#pick(['default', "case 'y'"])}:\n${this.block(inner)}\n}`,
    ];
    return this.#pick(place.depth > 0 && this.#random(5) < 2 ? nested : simple)();
  }

  #condition(): string {
    const one = this.#pick([
      'a',
      'b',
      'c',
      'flag',
      'kept',
      'kept !== undefined',
      'xs.length > 0',
      'xs.length === 1',
      "word === 'x'",
      "word2 === 'x'",
      'next()',
    ]);
    const not = this.#random(3) === 0 ? `!(${one})` : one;
    const other = this.#random(5) === 0 ? ` ${this.#pick(['&&', '||'])} ${this.#pick(['a', 'b', '!b', 'flag'])}` : '';
    return not + other;
  }

  #site(): number {
    this.saves += 1;
    return this.saves - 1;
  }

  #pick<Item>(items: readonly Item[]): Item {
    const item = items[this.#random(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }
}
