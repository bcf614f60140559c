import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { mutations, type Mutation } from './mutations.js';

/**
 * Breaks a copy of the product in one place after the other and runs the tests that must notice. Exits with 1 when a break
 * goes unnoticed, when a mutation no longer fits the code, or when the unbroken copy fails. Words on the command line keep
 * the mutations whose name has one of them.
 */
const root = resolve(import.meta.dirname, '..');
const words = process.argv.slice(2);
const chosen = mutations.filter(({ name }) => words.length === 0 || words.some(word => name.includes(word)));

mkdirSync(join(root, '.tmp'), { recursive: true });
const copy = mkdtempSync(join(root, '.tmp/mutations-'));
try {
  copyProject();
  const tests = [...new Set(chosen.flatMap(mutation => mutation.tests))];
  const baseline = runTests(tests);
  if (!baseline.passed) throw new Error(`The unbroken copy fails:\n${baseline.output}`);
  const survivors = chosen.filter(mutation => !isNoticed(mutation));
  console.log(`\n${chosen.length - survivors.length} of ${chosen.length} breaks were noticed.`);
  process.exitCode = survivors.length > 0 ? 1 : 0;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

function copyProject(): void {
  const skipped = ['node_modules', '.tmp', '.git'];
  for (const name of ['src', 'test', 'fixtures', 'scripts', 'docs', 'dist', 'package.json', 'tsconfig.json', 'vitest.config.ts', 'README.md']) {
    cpSync(join(root, name), join(copy, name), { recursive: true, filter: path => !skipped.includes(path.split('/').at(-1) ?? '') });
  }
  for (const folder of ['.', 'test/compilers', 'test/eslint-9', 'test/peers']) symlinkSync(join(root, folder, 'node_modules'), join(copy, folder, 'node_modules'));
}

function isNoticed({ file, from, name, tests, to }: Mutation): boolean {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  if (text.split(from).length !== 2) throw new Error(`${name}: ${file} does not hold the text to break exactly once.`);
  writeFileSync(path, text.replace(from, () => to));
  const { passed } = runTests(tests);
  writeFileSync(path, text);
  console.log(`${passed ? 'MISSED ' : 'noticed'}  ${name}`);
  return !passed;
}

function runTests(tests: readonly string[]): { readonly passed: boolean; readonly output: string } {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const { status, stderr, stdout } = spawnSync(process.execPath, [vitest, 'run', '--bail', '1', ...tests], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, CI: 'true', NO_COLOR: '1' },
  });
  return { passed: status === 0, output: stdout + stderr };
}
