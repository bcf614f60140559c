import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { createProject, faulty, tsconfig } from './support/create-project.js';
import { root } from './support/paths.js';
import { runInProcess } from './support/run-in-process.js';

const page = readFileSync(resolve(root, 'docs/continuous-integration.md'), 'utf8');
const commands = [...page.matchAll(/npx eslint-plugin-persistence (.+?)(?: >> .*)?$/gm)].map(([, words = '']) => words.split(' '));

test('every command of the page works, in its order, and leaves the files that the next ones take', async () => {
  const config = JSON.stringify(tsconfig);
  const cwd = createProject({ 'src/a.ts': faulty, 'packages/api/tsconfig.json': config, 'packages/api/src/b.ts': faulty, 'packages/web/tsconfig.json': config, 'packages/web/src/c.ts': faulty });
  expect(commands.length).toBeGreaterThanOrEqual(8);
  for (const words of commands) {
    expect(await runInProcess(cwd, words), words.join(' ')).toMatchObject({ code: 1, error: '' });
    const output = words[words.indexOf('--output') + 1];
    if (words.includes('--output')) expect(existsSync(resolve(cwd, output ?? ''))).toBe(true);
  }
});

test('every file that a pipeline hands on is one that a command of it writes', () => {
  const written = commands.filter(words => words.includes('--output')).map(words => words.at(words.indexOf('--output') + 1));
  const taken = [...page.matchAll(/(?:sarif_file|codequality): (\S+)/g)].map(([, file]) => file);
  expect(taken).toEqual(['report.sarif', 'gl-code-quality-report.json']);
  expect(written).toEqual(expect.arrayContaining(taken));
});
