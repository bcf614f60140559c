import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { unitsOf } from '../support/analyse-fixture.js';
import { createRandom } from '../support/create-random.js';
import { fixtureFiles } from '../support/fixture-files.js';
import { deepForms } from '../support/fuzz/deep-forms.js';
import { mutateTokens } from '../support/fuzz/mutate-tokens.js';
import {
  elements,
  expressions,
  fill,
  head,
  modules,
  pick,
  statements,
  surroundings,
} from '../support/fuzz/source-forms.js';
import { findCrashes } from '../support/fuzz/survive.js';
import { root } from '../support/paths.js';

/** Set it to the number that a failure names, to see the same texts again. */
const seed = Number(process.env['PERSISTENCE_SEED'] ?? Math.floor(Math.random() * 1_000_000));

/** How often half of the fixtures are broken at random. */
const rounds = Number(process.env['PERSISTENCE_PROGRAMS'] ?? 1);

describe(`the analysis throws on no code (PERSISTENCE_SEED=${seed})`, () => {
  test('every form of an expression in every form of a statement', () => {
    const random = createRandom(seed);
    const texts = Object.fromEntries(
      statements.map((statement, index) => {
        const some = expressions.filter(() => random(5) === 0);
        const bodies = some.map(expression => fill(statement, fill(expression, 'x', random), random));
        const declarations = bodies.map(body => fill(pick(surroundings.slice(0, 10), random), body, random));
        return [`forms/statement-${index}.ts`, [head, ...declarations].join('\n')];
      }),
    );
    expect(findCrashes(unitsOf(texts), { explains: true, plans: 5 })).toEqual([]);
  });

  test('every form of a function in every form of a file', () => {
    const random = createRandom(seed);
    const places = modules.flatMap(module => surroundings.map(surrounding => ({ module, surrounding })));
    const texts = Object.fromEntries(
      places.map(({ module, surrounding }, index) => {
        const body = fill(pick(statements, random), fill(pick(expressions, random), 'x', random), random);
        return [
          `forms/file-${index}.${pick(['ts', 'mts', 'cts', 'js', 'cjs'], random)}`,
          fill(module, head + fill(surrounding, body, random), random),
        ];
      }),
    );
    expect(findCrashes(unitsOf(texts), { explains: true, plans: 5 })).toEqual([]);
  });

  test('every form of an element', () => {
    const random = createRandom(seed);
    const texts = Object.fromEntries(
      elements.flatMap((element, index) =>
        ['tsx', 'jsx', 'ts'].map(ending => {
          const bodies = expressions
            .filter(() => random(3) === 0)
            .map(
              expression => `async function g() { return (${fill(element, fill(expression, 'x', random), random)}); }`,
            );
          return [`forms/element-${index}.${ending}`, [head, ...bodies].join('\n')] as const;
        }),
      ),
    );
    expect(findCrashes(unitsOf(texts), { explains: true, plans: 5 })).toEqual([]);
  });

  test.each(Array.from({ length: rounds }, (_, round) => round))(
    'fixtures with tokens lost, doubled and swapped, round %i',
    round => {
      const random = createRandom(seed + round);
      const texts = Object.fromEntries(
        fixtureFiles
          .filter(() => random(2) === 0)
          .map(file => [
            `broken/${round}/${file}`,
            mutateTokens(readFileSync(resolve(root, 'fixtures', file), 'utf8'), 1 + random(12), random),
          ]),
      );
      const crashes = findCrashes(unitsOf(texts), { explains: true, plans: 5 });
      expect(crashes.map(({ error, fileName }) => `${error}\n${fileName}`)).toEqual([]);
    },
  );
});

describe('the analysis goes as deep as the compiler does', () => {
  test.each(Object.entries(deepForms))('%s', (name, form) => {
    const depth = deepestFor(form, ceilings[name] ?? 3000);
    expect(depth).toBeGreaterThan(100);
    expect(findCrashes(unitsOf({ 'deep.ts': toDeepFile(form, depth) }), { explains: depth < 1000, plans: 1 })).toEqual(
      [],
    );
  });
});

describe('the analysis comes to the end of large files', () => {
  test.each([
    ['20,000 statements in one function', 1],
    ['20,000 statements in 200 functions', 200],
  ])('%s', (_, functions) => {
    const text = Array.from({ length: functions }, (__, index) => toLargeFunction(index, 20_000 / functions)).join(
      '\n',
    );
    const crashes = findCrashes(unitsOf({ 'large.ts': head + text }), { explains: functions > 1, plans: 1 });
    expect(crashes).toEqual([]);
  });
});

/** A function of so many statements, of every form that is judged by what stands around it. */
function toLargeFunction(index: number, length: number): string {
  const body = Array.from({ length }, (_, at) => largeForms[at % largeForms.length]?.(at) ?? '');
  return `async function large${index}(): Promise<any> {\nconst all: any[] = []; let last: any;\n${body.join('\n')}\nif (x) return helper(1);\nawait last;\n}`;
}

const largeForms: readonly ((at: number) => string)[] = [
  at => `posts.save(${at});`,
  at => `const saved${at} = posts.save(${at});`,
  at => `const read${at} = posts.find(${at}); if (x) return; await read${at};`,
  at => `last = posts.save(${at});`,
  at => `all.push(posts.save(${at}));`,
  at => `helper(${at});`,
  at => `if (!object[${at}]) object[${at}] = readSync('${at}');`,
  at => `x += readSync('${at}');`,
  at => `items.forEach(async item => { await posts.save(item, ${at}); });`,
  at => `try { return posts.find(${at}); } catch {}`,
];

function toDeepFile(form: (depth: number) => string, depth: number): string {
  return `${head}async function deep() { ${form(depth)} }\n`;
}

/** Where the compiler takes the cube of the depth, the search begins a little above what it survives. */
const ceilings: Readonly<Record<string, number>> = { 'optional members': 1000 };

/** The compiler's own parser, binder and checker run out of stack at some depth of most forms; the analysis, which asks them from where it stands, has to go nearly as deep. */
function deepestFor(form: (depth: number) => string, ceiling: number): number {
  for (let depth = ceiling; ; depth = Math.floor(depth * 0.7))
    if (!isTooDeep(toDeepFile(form, depth))) return Math.floor(depth * 0.7);
}

function isTooDeep(text: string): boolean {
  try {
    const host = ts.createCompilerHost({});
    const options = { noLib: true, types: [], target: ts.ScriptTarget.Latest };
    const program = ts.createProgram({
      rootNames: ['deep.ts'],
      options,
      host: {
        ...host,
        getSourceFile: (name, version) => (name === 'deep.ts' ? ts.createSourceFile(name, text, version) : undefined),
      },
    });
    program.getSemanticDiagnostics(program.getSourceFile('deep.ts'));
    return false;
  } catch (error) {
    if (error instanceof RangeError) return true;
    throw error;
  }
}
