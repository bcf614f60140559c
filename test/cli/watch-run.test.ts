import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rememberNotices } from '../../src/cli/remember-notices.js';
import { renderProgress } from '../../src/cli/render-progress.js';
import { runCli } from '../../src/cli/run-cli.js';
import { watchRun } from '../../src/cli/watch-run.js';
import { scan } from '../../src/codemods/index.js';
import { plainDisplay } from '../../src/reporters/reporter.js';
import { createProject, light, lightConfig } from '../support/create-project.js';
import { createRepository } from '../support/git.js';

test.each([
  [{ projects: { done: 0, all: 1 }, files: { done: 0, all: 0 }, findings: 0 }, 0, 'loading'],
  [
    { projects: { done: 0, all: 1 }, files: { done: 50, all: 200 }, findings: 1 },
    500,
    '50 of 200 files, 1 finding, 100 files/s',
  ],
  [
    { projects: { done: 1, all: 3 }, files: { done: 50, all: 200 }, findings: 2 },
    1000,
    'project 2 of 3, 50 of 200 files, 2 findings, 50 files/s',
  ],
])('progress %j after %i ms is one line', (progress, milliseconds, line) => {
  expect(renderProgress(progress, milliseconds)).toBe(line);
});

test('a terminal shows progress and is cleared at the end; --quiet shows none', async () => {
  const cwd = createProject({ 'tsconfig.json': JSON.stringify(lightConfig), 'src/a.ts': light });
  const shown: string[] = [];
  const terminal = {
    cwd,
    out: () => undefined,
    error: () => undefined,
    display: plainDisplay,
    showStatus: (line: string) => shown.push(line),
  };
  expect(await runCli(['scan'], terminal)).toBe(1);
  expect(shown[0]).toBe('loading');
  expect(shown.at(-2)).toMatch(/^1 of 1 files, 1 finding/);
  expect(shown.at(-1)).toBe('');
  const before = shown.length;
  await runCli(['scan', '--quiet'], terminal);
  expect(shown).toHaveLength(before);
});

describe('in a terminal', () => {
  test('what is to be known of the project is said once, and of a run each time', async () => {
    const cwd = createProject({});
    const runOnce = async (notice: string, about: 'project' | 'run'): Promise<string> => {
      const error: string[] = [];
      const terminal = {
        cwd,
        out: () => undefined,
        error: (text: string) => error.push(text),
        display: plainDisplay,
        isNews: rememberNotices(cwd),
      };
      await watchRun({}, terminal, ({ onNotice }) => Promise.resolve(onNotice?.(notice, about)));
      return error.join('');
    };
    mkdirSync(resolve(cwd, 'node_modules'));
    expect([await runOnce('A.', 'project'), await runOnce('A.', 'project'), await runOnce('B.', 'project')]).toEqual([
      'A.\n',
      '',
      'B.\n',
    ]);
    expect([await runOnce('A.', 'run'), await runOnce('A.', 'run')]).toEqual(['A.\n', 'A.\n']);
  });

  test('everything is news where nothing can be remembered, or what is there is not ours', () => {
    const cwd = createProject({ 'node_modules/.cache/eslint-plugin-persistence': '' });
    for (const isNews of [rememberNotices(cwd), rememberNotices(cwd)]) expect(isNews('A.')).toBe(true);
  });
});

test('a run says of each notice what it is about', async () => {
  const cwd = createProject({ 'tsconfig.json': JSON.stringify(lightConfig), 'src/a.ts': light });
  createRepository(cwd);
  const notices: [string, string][] = [];
  await scan({ cwd, staged: true, onNotice: (text, about) => notices.push([text, about]) });
  expect(notices).toEqual([['No staged file can be judged.', 'run']]);
});
