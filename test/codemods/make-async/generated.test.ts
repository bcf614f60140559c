import { expect, test } from 'vitest';
import { findingsIn, makeAsync, typeErrorsIn, type Files } from '../../support/make-async.js';

const programs = Number(process.env['MAKE_ASYNC_PROGRAMS'] ?? 12);
const firstSeed = Number(process.env['MAKE_ASYNC_SEED'] ?? 20_261_124);

test.each(Array.from({ length: programs }, (_, index) => firstSeed + index))(
  'a program with random callers, seed %i',
  seed => {
    const before = generateProgram(createRandom(seed));
    expect(typeErrorsIn(before)).toEqual([]);
    expect(findingsIn(before).length).toBeGreaterThan(0);

    const made = makeAsync(before);
    expect(made.errors).toEqual([]);
    expect(made.refusals).toEqual([]);
    expect(findingsIn(made.files)).toEqual([]);
    expect(unawaitedCalls(made.files)).toEqual([]);
    expect(makeAsync(made.files).files).toEqual(made.files);
  },
);

type Random = (limit: number) => number;

/** Numbers below a limit that are the same for the same seed. */
function createRandom(seed: number): Random {
  let state = seed;
  return limit => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const fileCount = 3;
const functionsPerFile = 4;

/** Some files of functions that call those of other files, all of which begin a write sooner or later; and one that awaits nothing yet may. */
function generateProgram(random: Random): Files {
  const files: Record<string, string> = {};
  const total = fileCount * functionsPerFile;
  for (let file = 0; file < fileCount; file += 1) {
    const imports = Array.from(
      { length: fileCount },
      (_, other) => `import * as file${other} from './file${other}.js';`,
    );
    const own = Array.from({ length: functionsPerFile }, (_, index) =>
      generateUnit(file * functionsPerFile + index, { total, random }),
    );
    files[`file${file}.ts`] = [...imports, ...own, ''].join('\n');
  }
  files['main.ts'] =
    `import * as file0 from './file0.js';\nexport async function main(): Promise<number> {\n  return ${callOf(0)} + 1;\n}\n`;
  return files;
}

interface Setting {
  readonly total: number;
  readonly random: Random;
}

/** One function, in one of the forms that a function has, which calls some that come after it, or itself. */
function generateUnit(id: number, { random, total }: Setting): string {
  const later = Array.from({ length: 1 + random(2) }, () => id + 1 + random(total - id)).filter(
    callee => callee < total,
  );
  const write = later.length === 0 || random(3) === 0 ? ['posts.save(post);'] : [];
  const calls = later.map(callee => useOf(callOf(callee), random));
  const recursion = random(4) === 0 ? [`if (n > 3) return ${callOf(id)};`] : [];
  const body = [...write, ...calls, ...recursion, 'return n;'].join(' ');
  const forms = [
    `export function f${id}(n: number): number { ${body} }`,
    `export const f${id} = (n: number): number => { ${body} };`,
    `export const f${id}: (n: number) => number = function (n) { ${body} };`,
    `interface I${id} { run(n: number): number; readonly tag${id}: 1 }\nexport class C${id} implements I${id} { readonly tag${id} = 1; run(n: number): number { ${body} } }\nconst o${id}: I${id} = new C${id}();\nexport function f${id}(n: number): number { return o${id}.run(n); }`,
    `function inner${id}(n: number): number { ${body} }\nexport { inner${id} as f${id} };`,
    `export const f${id} = make${id}().run;\nfunction make${id}() { const run = (n: number): number => { ${body} }; return { run }; }`,
    `abstract class A${id} { abstract step${id}(n: number): number; all(n: number): number { return this.step${id}(n); } }\nclass B${id} extends A${id} { step${id}(n: number): number { ${body} } }\nexport const f${id} = (n: number): number => new B${id}().all(n);`,
  ];
  return forms[random(forms.length)] ?? '';
}

function callOf(id: number): string {
  return `file${Math.floor(id / functionsPerFile)}.f${id}(1)`;
}

/** A statement that uses what a call gives in one way or another. */
function useOf(call: string, random: Random): string {
  const uses = [
    `${call};`,
    `n = ${call};`,
    `if (${call} > n) n++;`,
    `n = ${call} ** 2;`,
    `log(\`\${${call}}\`, ${call}.toFixed(2));`,
    `for (const one of [${call}]) log(one);`,
    `many.forEach(one => { log(one, ${call}); });`,
    `try { n = -${call}; } catch { n = 0; }`,
    `n += ${call};`,
    `n = n > 1 ? ${call} : 2;`,
    `n = { n: ${call} }.n;`,
  ];
  return uses[random(uses.length)] ?? '';
}

/** Calls of the generated functions that nobody awaits, by their text. */
function unawaitedCalls(files: Files): readonly string[] {
  return Object.values(files).flatMap(text =>
    [...text.matchAll(/(?<!await )\bfile\d\.f\d+\(1\)/g)].map(([call]) => call),
  );
}
