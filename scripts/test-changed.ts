import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import { startVitest } from 'vitest/node';

/**
 * Runs the quick tests of what differs from the last commit, or from a revision that is named: those in the room of each
 * changed file. Tests that make their inputs at random take minutes: they are left to the whole run, unless they have changed.
 */
const root = resolve(import.meta.dirname, '..');
const [revision = 'HEAD'] = process.argv.slice(2);
const changed = [
  ...list('diff', '--name-only', '--diff-filter=d', revision, '--'),
  ...list('ls-files', '--others', '--exclude-standard'),
];
const rooms = new Set(changed.flatMap(path => roomOf(path) ?? []));
const quick = globSync(
  [...rooms].map(room => `${room}/**/*.test.ts`),
  { cwd: root, ignore: ['**/node_modules/**'] },
).filter(path => !isLengthy(path));
const tests = [...new Set([...quick, ...changed.filter(path => path.endsWith('.test.ts'))])];
if (tests.length === 0) console.log('Nothing that a quick test is about has changed.');
else await startVitest('test', tests, { root, run: true, project: ['unit*'] });

function list(...words: readonly string[]): readonly string[] {
  return execFileSync('git', words, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
}

/** Where the tests of a file stand: `src/analysis/flow/find.ts` has its own in `test/analysis`, and so do the small fixtures. */
function roomOf(path: string): string | undefined {
  const [top, room = '', ...inside] = path.split('/');
  if (top === 'fixtures') return room.startsWith('no-') ? 'test/analysis' : 'test/codemods';
  return top === 'src' && inside.length > 0 ? `test/${room}` : undefined;
}

/** Whether a test says that it makes its inputs at random. */
function isLengthy(path: string): boolean {
  return /\bPERSISTENCE_(?:SEED|PROGRAMS)\b|MAKE_ASYNC_SEED/.test(readFileSync(resolve(root, path), 'utf8'));
}
