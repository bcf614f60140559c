import { beforeEach, expect, test } from 'vitest';
import type { LineExplanation } from '../../src/codemods/explain.js';
import { createProject, light, lightConfig } from '../support/create-project.js';
import { runInProcess } from '../support/run-in-process.js';

const lines: Readonly<Record<string, readonly [line: string, pattern: RegExp]>> = {
  found: [
    'threads.create();',
    /5:3 {2}`threads\.create\(\)`\n +use +its promise is dropped\n +place +`each`, which is async\n +origin +write of the project's own repository, `ThreadRepository\.create`, runs immediately\n +verdict +found, floating, fix: `threads\.create\(\)` is not awaited/,
  ],
  awaited: ['await threads.create();', /use +its promise is awaited\n.*\n.*\n +verdict +silent: it is awaited/],
  kept: [
    'const kept = threads.create(); await kept;',
    /use +a variable keeps its promise: it is awaited, or may be\n.*\n.*\n +verdict +silent: the variable is read later/,
  ],
  another: [
    'String(1).trim();',
    /`String\(\)\.trim\(\)`\n.*\n.*\n +origin +declared by `String\.trim` of the platform: not a persistence call\n +verdict +silent: it is not a persistence call/,
  ],
  unknown: ['(threads as any).create();', /origin +not known: a type is `any`\n +verdict +not judged: a type is `any`/],
  strict: [
    'void threads.create();',
    /verdict +silent: no rule that reports it is on; --preset strict turns all of them on/,
  ],
  reason: [
    'threads.create(); // fire-and-forget: a cache',
    /verdict +silent: a comment says why it is not awaited \[reasonGiven\]/,
  ],
  carried: [
    'touch(threads);',
    /origin +write of the project's own repository, `ThreadRepository\.create`, runs immediately, through `touch`\n +verdict +found, floating, fix/,
  ],
  someways: [
    'const some = threads.create(); if (Math.random() > 1) return; await some;',
    /use +a variable keeps its promise: it is awaited on some paths, but not on others\n[^]*verdict +found, awaitedOnSomePaths/,
  ],
  guarded: [
    'await Promise.race([threads.create().then(() => { threads.create(); })]);',
    /place +the callback of `threads\.create\(\)\.then\(\)`, which is not async\n/,
  ],
  none: ['// nothing', /There is no call on this line\./],
};

const source = `${light}export async function each(threads: ThreadRepository): Promise<void> {
${Object.values(lines)
  .map(([line]) => `  ${line}`)
  .join('\n')}
}
async function touch(threads: ThreadRepository): Promise<void> { await threads.create(); }
`.replace('\nexport async function open(threads: ThreadRepository): Promise<void> { threads.create(); }', '');

let cwd: string;

beforeEach(() => {
  cwd = createProject({ 'tsconfig.json': JSON.stringify(lightConfig), 'src/a.ts': source });
});

test.each(Object.entries(lines))('says of a call that is %s why', async (name, [, pattern]) => {
  const line = 5 + Object.keys(lines).indexOf(name);
  const { code, error, out } = await runInProcess(cwd, ['scan', '--explain', `src/a.ts:${line}`]);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(out).toMatch(pattern);
});

test('gives the same as data', async () => {
  const { out } = await runInProcess(cwd, ['scan', '--explain', 'src/a.ts:5', '--reporter', 'json']);
  expect(JSON.parse(out) as LineExplanation).toMatchObject({
    path: 'src/a.ts',
    line: 5,
    text: 'threads.create();',
    calls: [
      {
        call: 'threads.create()',
        line: 5,
        column: 3,
        use: 'floating',
        origin: { kind: 'persistence' },
        verdict: { kind: 'lost' },
        standing: { kind: 'open' },
      },
    ],
  });
});

test.each([
  ['src/a.ts', /Name a line, for example src\/orders\.ts:12\./],
  ['src/a.ts:999', /^src\/a\.ts:999: the file has only 18 lines\.$/],
  ['src/b.ts:1', /src\/b\.ts: no such file or folder\.$/],
])('refuses %s in one line', async (place, message) => {
  const { code, error } = await runInProcess(cwd, ['scan', '--explain', place]);
  expect(code).toBe(2);
  expect(error.trimEnd()).toMatch(message);
});
