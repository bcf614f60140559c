import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../../src/cli/run-cli.js';
import { renderChoice } from '../../src/reporters/render-choice.js';
import { plainDisplay } from '../../src/reporters/reporter.js';
import { createProject, light, lightConfig } from '../support/create-project.js';
import { plainFinding } from '../support/create-report.js';
import { runInProcess } from '../support/run-in-process.js';

const twice = light.replace('threads.create(); }', 'threads.create(); threads.create(); }');

test.each<readonly [answers: readonly string[], a: readonly [boolean, boolean], b: readonly [boolean, boolean]]>([
  [
    ['y', 'n', 'n', 'y'],
    [true, false],
    [false, true],
  ],
  [
    ['a', 'n', 'y'],
    [true, true],
    [false, true],
  ],
  [
    ['d', 'y', 'y'],
    [false, false],
    [true, true],
  ],
  [
    ['n', 'a', 'd'],
    [false, true],
    [false, false],
  ],
  [
    ['y', 'q'],
    [true, false],
    [false, false],
  ],
  [
    ['?', 'what', 'Y', 'q'],
    [true, false],
    [false, false],
  ],
])('the answers %j decide about each edit', async (answers, a, b) => {
  const { code, cwd, questions } = await answer(answers);
  expect(questions).toBe(answers.length);
  expect(code).toBe(1);
  expect(awaitsIn(cwd, 'a')).toEqual(a);
  expect(awaitsIn(cwd, 'b')).toEqual(b);
});

test('each edit is shown with its place, its reason and its lines before and after', async () => {
  const { out } = await answer(['y', 'y', 'y', 'y']);
  expect(out).toContain(`src/a.ts:4:72  1 of 4
\`threads.create()\` is not awaited: \`open\` returns before the write completes, and its failure goes unhandled. Await it, or return its promise.

-export async function open(threads: ThreadRepository): Promise<void> { threads.create(); threads.create(); }
+export async function open(threads: ThreadRepository): Promise<void> { await threads.create(); threads.create(); }
`);
});

test('each edit says which of all it is, over all files, also where some are passed over', async () => {
  const { out } = await answer(['d', 'n', 'n']);
  expect([...out.matchAll(/^src\/.\.ts:4:\d+ {2}(\d of \d)$/gm)].map(([, position]) => position)).toEqual([
    '1 of 4',
    '3 of 4',
    '4 of 4',
  ]);
});

test('no word is broken at the width of the terminal', () => {
  const text = renderChoice(
    { path: 'src/a.ts', finding: plainFinding, position: '1 of 1' },
    { ...plainDisplay, width: 50 },
  );
  const [, , ...lines] = text.split('\n\n')[0]?.split('\n') ?? [];
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.join(' ')).toBe(plainFinding.message);
  expect(Math.max(...lines.map(line => line.length))).toBeLessThan(50);
});

test('what is accepted is written, and what is declined is reported as left', async () => {
  const { code, out } = await answer(['y', 'y', 'y', 'n']);
  expect({ code, out }).toEqual({
    code: 1,
    out: expect.stringMatching(/4 lost persistence calls .*: 3 fixed, 1 to fix manually\./) as string,
  });
  expect(out).toContain('The edit was declined.');
  expect(await answer(['a', 'a'])).toMatchObject({ code: 0 });
});

test('an end of the input writes nothing', async () => {
  const { code, cwd, error } = await answer(['y', undefined]);
  expect({ code, error }).toEqual({ code: 2, error: 'Ended before the last answer, so nothing was written.\n' });
  expect(awaitsIn(cwd, 'a')).toEqual([false, false]);
});

test('nobody is asked about a file that git does not track, unless that is allowed', async () => {
  const { code, cwd, error, questions } = await answer(['y'], []);
  expect({ code, error, questions }).toEqual({
    code: 2,
    questions: 0,
    error:
      'Not tracked by git, so edits could not be reverted: src/a.ts. Add and commit the files, or pass --allow-dirty.\n',
  });
  expect(awaitsIn(cwd, 'a')).toEqual([false, false]);
});

test('without a terminal it is refused', async () => {
  const cwd = createProject({ 'tsconfig.json': JSON.stringify(lightConfig), 'src/a.ts': light });
  expect(await runInProcess(cwd, ['fix', '--interactive'])).toEqual({
    code: 2,
    out: '',
    error: '--interactive requires a terminal.\n',
  });
});

test.each([
  [['y'], 0, 'async function open(threads: ThreadRepository): Promise<void> { await threads.create(); }'],
  [['n'], 1, '\nfunction open(threads: ThreadRepository): void { threads.create(); }'],
])('a function becomes async only where that is accepted: %j', async (answers, code, line) => {
  const sync = light
    .replace('export async function open', 'function open')
    .replace('open(threads: ThreadRepository): Promise<void>', 'open(threads: ThreadRepository): void');
  const result = await answer(answers, ['--allow-dirty', '--make-async'], {
    'package.json': '{ "private": true, "type": "module" }',
    'src/a.ts': sync,
  });
  expect(result).toMatchObject({ code, questions: 1, out: expect.stringContaining('+async function open(') as string });
  expect(readFileSync(resolve(result.cwd, 'src/a.ts'), 'utf8')).toContain(line);
});

async function answer(
  answers: readonly (string | undefined)[],
  flags: readonly string[] = ['--allow-dirty'],
  files: Readonly<Record<string, string>> = { 'src/a.ts': twice, 'src/b.ts': twice },
): Promise<{
  readonly code: number;
  readonly out: string;
  readonly error: string;
  readonly cwd: string;
  readonly questions: number;
}> {
  const cwd = createProject({ 'tsconfig.json': JSON.stringify(lightConfig), ...files });
  const [out, error]: [string[], string[]] = [[], []];
  let questions = 0;
  const code = await runCli(['fix', '--interactive', ...flags], {
    cwd,
    out: text => out.push(text),
    error: text => error.push(text),
    display: plainDisplay,
    ask: () => Promise.resolve(answers[questions++]),
  });
  return { code, out: out.join(''), error: error.join(''), cwd, questions };
}

function awaitsIn(cwd: string, name: string): readonly boolean[] {
  const text = readFileSync(resolve(cwd, `src/${name}.ts`), 'utf8');
  return [...text.matchAll(/(await )?threads\.create/g)].map(([, awaited]) => awaited !== undefined);
}
