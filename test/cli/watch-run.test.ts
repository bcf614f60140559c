import { expect, test } from 'vitest';
import { renderProgress } from '../../src/cli/render-progress.js';
import { runCli } from '../../src/cli/run-cli.js';
import { plainDisplay } from '../../src/reporters/reporter.js';
import { createProject, light, lightConfig } from '../support/create-project.js';

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
