import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { FileChange } from '../../src/analysis/report/report.js';
import { renderDiff } from '../../src/reporters/render-diff.js';
import { createProject } from '../support/create-project.js';
import { git } from '../support/git.js';

const paths = ['a.ts', 'a b.ts', 'ü/日本.ts', 'say "so".ts', 'back\\slash.ts', 'ta\tb.ts', ' lead/trail .ts'];

test.each<readonly [string, string | undefined, string]>([
  ['CRLF', 'a();\r\nb();\r\n', 'await a();\r\nb();\r\n'],
  ['mixed line ends', 'a();\r\nb();\n', 'await a();\r\nb();\n'],
  ['a carriage return alone', 'a();\rb();\n', 'await a();\rb();\n'],
  ['a line separator', 'a();\u2028b();\nc();\n', 'a();\u2028await b();\nc();\n'],
  ['no line end at the end', 'a();', 'await a();'],
  ['a line end that goes', 'a();\n', 'await a();'],
  ['a line end that comes', 'a();', 'await a();\n'],
  ['a byte order mark', '\uFEFFa();\n', '\uFEFFawait a();\n'],
  ['lines that look like a diff', '--- a\n+++ b\na();\n', '--- a\n+++ b\nawait a();\n'],
  ['a line that goes', "import 'x';\na();\n", 'a();\n'],
  ['a file that is made', undefined, 'a();\n'],
  ['a file that is made without a line end', undefined, 'a();'],
  ['a file that is made with CRLF', undefined, 'a();\r\n'],
])('git takes changes of files with all sorts of names: %s', (_, before, after) => {
  const cwd = createProject({});
  const changes = paths.map((path): FileChange => ({ path, before, after }));
  for (const { path } of changes) {
    mkdirSync(dirname(resolve(cwd, path)), { recursive: true });
    if (before !== undefined) writeFileSync(resolve(cwd, path), before);
  }
  git(cwd, 'init', '--quiet');
  execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd, input: renderDiff(changes) });
  expect(paths.map(path => readFileSync(resolve(cwd, path), 'utf8'))).toEqual(paths.map(() => after));
});
