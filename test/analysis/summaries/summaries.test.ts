import { expect, test } from 'vitest';
import type { FileAnalysis } from '../../../src/analysis/analyse-file.js';
import { createRandom, type Random } from '../../support/create-random.js';
import { MemoryProject } from '../../support/memory-project.js';

const fileCount = 8;
const functionsInFile = 4;

/** A project of functions that wait for each other, lose each other and run in circles; some of them write. */
function generateTexts(random: Random): Map<string, string> {
  const texts = new Map([
    ['/types.ts', typesWhere(true)],
    ['/middle.ts', "export type { Post, PostRepository, Step } from './types';\n"],
  ]);
  for (let file = 0; file < fileCount; file += 1) texts.set(`/file${file}.ts`, generateFile(random));
  return texts;
}

/** What other files hold of a repository; nothing is awaitable where it is not async. */
function typesWhere(isAsync: boolean): string {
  const given = isAsync ? 'Promise<void>' : 'void';
  return `export interface Post { id: number }\nexport interface PostRepository { save(post: Post, done?: any): ${given}; remove(id: number): ${given} }\nexport interface Step { take(): Promise<void> }\n`;
}

function generateFile(random: Random): string {
  const imports = Array.from({ length: fileCount }, (_, other) => `import * as file${other} from './file${other}';`);
  const functions = Array.from({ length: functionsInFile }, (_, index) => generateFunction(index, random));
  return [
    "import type { PostRepository, Step } from './middle';",
    ...imports,
    'declare const posts: PostRepository;',
    'declare const step: Step;',
    ...functions,
    `export class OwnStep implements Step { async take(): Promise<void> {\n${generateStatement(true, random)}\n} }`,
    `export class NextStep extends file${random(fileCount)}.OwnStep { async take(): Promise<void> {\n${generateStatement(true, random)}\n} }`,
    random(2) === 0 ? 'export const made = [new OwnStep()];' : 'export const made = [new NextStep()];',
    '',
  ].join('\n');

  function generateFunction(index: number, next: Random): string {
    const isAsync = next(4) > 0;
    const statements = Array.from({ length: 1 + next(4) }, () => generateStatement(isAsync, next));
    return `export ${isAsync ? 'async ' : ''}function work${index}() {\n${statements.join('\n')}\n}`;
  }

  function generateStatement(isAsync: boolean, next: Random): string {
    const calls = ['posts.save({ id: 1 })', 'step.take()', `file${next(fileCount)}.made[0].take()`];
    const call = calls[next(18)] ?? `file${next(fileCount)}.work${next(functionsInFile)}()`;
    if (!isAsync) return next(3) === 0 ? `  return ${call};` : `  ${call};`;
    const forms = [
      `  await ${call};`,
      `  await ${call};`,
      `  ${call};`,
      `  try { await ${call}; } catch {}`,
      `  await Promise.all([1, 2].map(async () => { await ${call}; }));`,
      `  for (;;) { await ${call}; }`,
      `  const kept = ${call}; await kept;`,
    ];
    return forms[next(forms.length)] ?? '';
  }
}

function shuffle<T>(all: readonly T[], random: Random): readonly T[] {
  return all
    .map(one => ({ one, at: random(1e9) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

function byName(found: ReadonlyMap<string, FileAnalysis>): readonly (readonly [string, FileAnalysis])[] {
  return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

test('what is found does not depend on which file is judged first', () => {
  let count = 0;
  for (let seed = 0; seed < 8; seed += 1) {
    const random = createRandom(seed);
    const texts = generateTexts(random);
    const names = [...texts.keys()];
    const expected = byName(new MemoryProject(texts).judge(names));
    for (let round = 0; round < 2; round += 1)
      expect(byName(new MemoryProject(texts).judge(shuffle(names, random)))).toEqual(expected);
    for (const name of names)
      // each file alone
      expect(new MemoryProject(texts).judge([name]).get(name)).toEqual(expected.find(([file]) => file === name)?.[1]);
    count += expected.flatMap(([, { findings }]) => findings.filter(({ origin }) => origin.via.length > 1)).length;
  }
  expect(count).toBeGreaterThan(50);
});

test('what is found after edits is what is found by a fresh start', () => {
  let changes = 0;
  for (let seed = 100; seed < 104; seed += 1) {
    const random = createRandom(seed);
    const texts = generateTexts(random);
    const names = [...texts.keys()];
    const project = new MemoryProject(texts);
    let before = byName(project.judge(names));
    for (let edit = 0; edit < 8; edit += 1) {
      if (edit % 3 === 2) {
        texts.set('/types.ts', typesWhere(texts.get('/types.ts') !== typesWhere(true))); // two imports away from all others
      } else {
        const file = random(fileCount);
        texts.set(`/file${file}.ts`, generateFile(random));
      }
      project.change(texts);
      const after = byName(project.judge(shuffle(names, random)));
      expect(after).toEqual(byName(new MemoryProject(texts).judge(names)));
      if (JSON.stringify(after) !== JSON.stringify(before)) changes += 1;
      before = after;
    }
  }
  expect(changes).toBeGreaterThan(20);
});

/** Functions in layers, each of which waits for all of the next layer; the last one writes. */
function layersOf(depth: number, width: number, call: (name: string) => string): string {
  const layers = Array.from({ length: depth }, (_, layer) =>
    Array.from({ length: width }, (__, index) => {
      const inner = Array.from({ length: width }, (___, next) => call(`layer${layer + 1}x${next}()`));
      return `async function layer${layer}x${index}() { ${inner.join(' ')} }`;
    }),
  );
  const last = Array.from(
    { length: width },
    (_, index) => `async function layer${depth}x${index}() { await posts.save({ id: 1 }); }`,
  );
  return [
    "import type { PostRepository } from './types';",
    'declare const posts: PostRepository;',
    ...layers.flat(),
    ...last,
    'export async function handle() { layer0x0(); }',
  ].join('\n');
}

test.each([1, 6, 7, 8, 9, 60])('a loss is found through %i layers of functions that all call each other', depth => {
  const texts = new Map([
    ['/types.ts', typesWhere(true)],
    ['/layers.ts', layersOf(depth, 8, call => `await ${call};`)],
  ]);
  const [finding, ...others] = new MemoryProject(texts).judge(['/layers.ts']).get('/layers.ts')?.findings ?? [];
  expect(others).toEqual([]);
  expect(finding?.origin.via).toEqual(Array.from({ length: depth + 1 }, (_, layer) => `layer${layer}x0`));
});

test.each<[what: string, statements: string, isCounted: boolean]>([
  ['a loss', 'posts.save({ id: 1 });', true],
  ['a loss in a variable', 'const saved = posts.save({ id: 1 });', true],
  ['what `void` detaches', 'void posts.save({ id: 1 });', false],
  ['what has a handler', 'posts.save({ id: 1 }).catch(() => {});', false],
  ['what is given a callback that hears of its failure', 'posts.save({ id: 1 }, callback);', false],
  ['what is given something else', 'posts.save({ id: 1 }, options);', true],
  ['what a comment gives a reason for', '// fire-and-forget: saved again at night\n  posts.save({ id: 1 });', false],
  ['what a comment calls detached', '// in the background\n  posts.save({ id: 1 });', false],
  ['what ESLint is told to pass over', '// eslint-disable-next-line\n  posts.save({ id: 1 });', false],
  [
    'what ESLint is told to pass over by the name of the rule',
    '// eslint-disable-next-line no-console, persistence/no-unawaited-calls -- at night\n  posts.save({ id: 1 });',
    false,
  ],
  ['what ESLint is told to pass over at its end', 'posts.save({ id: 1 }); // eslint-disable-line', false],
  [
    'what ESLint is told to look at again',
    '/* eslint-disable */ work(); /* eslint-enable */\n  posts.save({ id: 1 });',
    true,
  ],
  [
    'what ESLint is told to look at again only later',
    '/* eslint-disable */\n  posts.save({ id: 1 });\n  /* eslint-enable */',
    false,
  ],
  [
    'what ESLint is told to look at again by the name of the rule',
    '/* eslint-disable */ work(); /* eslint-enable persistence/no-unawaited-calls -- from here on */\n  posts.save({ id: 1 });',
    true,
  ],
  [
    'what ESLint is told to look at again for another rule',
    '/* eslint-disable */ work(); /* eslint-enable no-console */\n  posts.save({ id: 1 });',
    false,
  ],
  ['what a text tells ESLint', "work('/* eslint-disable */');\n  posts.save({ id: 1 });", true],
  [
    'what ESLint is told in all of the file by a comment that cannot',
    '// eslint-disable\n  posts.save({ id: 1 });',
    true,
  ],
  ['what gives nothing to wait for', 'jobs.keep();', false],
  ['what gives something to wait for', 'jobs.store();', true],
  ['what ESLint is told to pass over in all of the file', '/* eslint-disable */\n  posts.save({ id: 1 });', false],
  [
    'what ESLint is told about another rule',
    '// eslint-disable-next-line no-console -- not no-unawaited-calls\n  posts.save({ id: 1 });',
    true,
  ],
  ['what a comment on another line is about', 'posts.save({ id: 1 });\n  // eslint-disable-next-line\n  work();', true],
])('%s counts for those who call the function, or not', (_, statements, isCounted) => {
  const texts = new Map([
    ['/types.ts', typesWhere(true)],
    [
      '/lose.ts',
      `import type { PostRepository } from './types';
interface Jobs { keep(): void; store(): Promise<void> }
export class Writing implements Jobs {
  async keep() { await posts.save({ id: 1 }); }
  async store() { await posts.save({ id: 1 }); }
}
declare const posts: PostRepository;
declare function work(text?: string): void;
declare const jobs: Jobs;
declare const callback: any;
declare const options: any;
export async function lose() {
  ${statements}
}`,
    ],
    ['/call.ts', "import { lose } from './lose';\nexport async function call() {\n  lose();\n}"],
  ]);
  const found = new MemoryProject(texts).judge(['/call.ts']).get('/call.ts')?.findings ?? [];
  expect(found.map(({ origin }) => origin.via[0])).toEqual(isCounted ? ['lose'] : []);
});
