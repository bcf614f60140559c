import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { createProject, light, lightConfig } from './support/create-project.js';
import { createRepository, git } from './support/git.js';
import { root } from './support/paths.js';
import { runInProcess } from './support/run-in-process.js';

const page = readFileSync(resolve(root, 'docs/continuous-integration.md'), 'utf8');
const commands = [...page.matchAll(/npx eslint-plugin-persistence (.+?)(?: >> .*)?$/gm)].flatMap(([, words = '']) => expandMatrix(words)).map(words => words.split(' '));

/** The commands that the jobs of a matrix of three parts run. */
function expandMatrix(words: string): readonly string[] {
  return words.includes('matrix.part') ? ['1', '2', '3'].map(part => words.replaceAll('${{ matrix.part }}', part)) : [words];
}

test('every command of the page works, in its order, and leaves the files that the next ones take', async () => {
  const cwd = createProject({
    'package.json': '{ "name": "all", "workspaces": ["packages/*"] }',
    'tsconfig.json': JSON.stringify(lightConfig),
    'src/a.ts': light,
    ...Object.fromEntries(['api', 'web', 'jobs'].flatMap(name => [
      [`packages/${name}/package.json`, `{ "name": "${name}" }`],
      [`packages/${name}/tsconfig.json`, JSON.stringify(lightConfig)],
      [`packages/${name}/src/${name}.ts`, light],
    ])),
  });
  createRepository(cwd);
  git(cwd, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
  appendFileSync(resolve(cwd, 'src/a.ts'), '// changed\n');
  expect(commands.length).toBeGreaterThanOrEqual(8);
  for (const words of commands) {
    expect(await runInProcess(cwd, words), words.join(' ')).toMatchObject({ code: words.includes('--max-findings') ? 0 : 1, error: '' });
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
