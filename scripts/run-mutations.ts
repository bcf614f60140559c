import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { findCode } from './mutations/find-code.js';
import type { Mutation } from './mutations/mutation.js';
import { mutations } from './mutations/mutations.js';

/**
 * Breaks the product in one place after the other and runs the tests that must notice: in copies, one for each core. Exits
 * with 1 when a break goes unnoticed, when a mutation no longer fits the code, or when the unbroken copy fails. Words on the
 * command line keep the mutations whose name has one of them.
 */
const root = resolve(import.meta.dirname, '..');
const words = process.argv.slice(2);
const chosen = mutations.filter(({ name }) => words.length === 0 || words.some(word => name.includes(word)));

mkdirSync(join(root, '.tmp'), { recursive: true });
const folder = mkdtempSync(join(root, '.tmp/mutations-'));
try {
  for (const mutation of chosen) assertFits(mutation);
  const copies = Array.from({ length: availableParallelism() }, (_, index) => copyProject(join(folder, String(index))));
  await assertUnbroken(copies);
  const survivors = await findSurvivors(copies);
  console.log(`\n${chosen.length - survivors.length} of ${chosen.length} breaks were noticed.`);
  process.exitCode = survivors.length > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function assertFits({ file, from, name }: Mutation): void {
  const found = findCode(from, readFileSync(join(root, file), 'utf8')).length;
  if (found !== 1) throw new Error(`${name}: ${file} holds the text to break ${found} times instead of once.`);
}

function copyProject(copy: string): string {
  const skipped = ['node_modules', '.tmp', '.git'];
  for (const name of [
    'src',
    'test',
    'fixtures',
    'scripts',
    'docs',
    'dist',
    'package.json',
    'tsconfig.json',
    'vitest.config.ts',
    'README.md',
    '.github',
    '.pre-commit-hooks.yaml',
    'CODE_OF_CONDUCT.md',
    'SECURITY.md',
    'action',
    'action.yml',
    'publisher.json',
    'renovate.json',
  ]) {
    cpSync(join(root, name), join(copy, name), {
      recursive: true,
      preserveTimestamps: true, // by which the tests tell whether their tools are installed
      filter: path => !skipped.includes(path.split('/').at(-1) ?? ''),
    });
  }
  for (const tools of [
    '.',
    'fixtures/hangs',
    'test/compilers',
    'test/eslint-9',
    'test/parsers',
    'test/peers',
    'test/workflows',
  ])
    symlinkSync(join(root, tools, 'node_modules'), join(copy, tools, 'node_modules'));
  return copy;
}

/** Runs every test once that is to notice something: a test that fails anyway notices nothing. */
async function assertUnbroken(copies: readonly string[]): Promise<void> {
  const tests = [...new Set(chosen.flatMap(mutation => mutation.tests))];
  const runs = copies.map((copy, index) =>
    runTests(
      copy,
      tests.filter((_, rank) => rank % copies.length === index),
    ),
  );
  const failed = (await Promise.all(runs)).find(({ passed }) => !passed);
  if (failed) throw new Error(`The unbroken copy fails:\n${failed.output}`);
}

/** Each copy takes the next break when it has done with one. */
async function findSurvivors(copies: readonly string[]): Promise<readonly Mutation[]> {
  const queue = chosen.values();
  const survivors: Mutation[] = [];
  await Promise.all(
    copies.map(async copy => {
      for (const mutation of queue) if (!(await isNoticed(mutation, copy))) survivors.push(mutation);
    }),
  );
  return survivors;
}

async function isNoticed({ file, from, name, tests, to }: Mutation, copy: string): Promise<boolean> {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  const [place] = findCode(from, text); // assertFits has seen that there is one
  writeFileSync(path, text.slice(0, place?.start) + to + text.slice(place?.end));
  const { passed } = await runTests(copy, tests);
  writeFileSync(path, text);
  console.log(`${passed ? 'MISSED ' : 'noticed'}  ${name}`);
  return !passed;
}

interface TestRun {
  readonly passed: boolean;
  readonly output: string;
}

function runTests(copy: string, tests: readonly string[]): Promise<TestRun> {
  if (tests.length === 0) return Promise.resolve({ passed: true, output: '' });
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const options = { cwd: copy, env: { ...process.env, CI: 'true', NO_COLOR: '1' }, maxBuffer: Infinity };
  return new Promise(settle => {
    execFile(process.execPath, [vitest, 'run', '--bail', '1', ...tests], options, (error, stdout, stderr) => {
      settle({ passed: error === null, output: stdout + stderr });
    });
  });
}
