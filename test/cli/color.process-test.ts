import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { createProject, light, lightConfig } from '../support/create-project.js';
import { root } from '../support/paths.js';

test.each<readonly [Readonly<Record<string, string>>, readonly string[], boolean]>([
  [{}, [], false],
  [{ FORCE_COLOR: '1' }, [], true],
  [{ FORCE_COLOR: '0' }, [], false],
  [{ FORCE_COLOR: '1', NO_COLOR: '1' }, [], false],
  [{ FORCE_COLOR: '1' }, ['--no-color'], false],
])('with %j and %j in a pipe, the table is colorful: %s', (variables, words, isColorful) => {
  const cwd = createProject({ 'tsconfig.json': JSON.stringify(lightConfig), 'src/a.ts': light });
  const env = { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined, ...variables };
  const { stderr, stdout } = spawnSync(
    process.execPath,
    ['--no-warnings', resolve(root, 'dist/cli/bin.js'), 'scan', ...words],
    { cwd, encoding: 'utf8', env },
  );
  expect(stderr).toBe('');
  expect(stdout).toContain('1 lost persistence call');
  expect(stdout.includes('\u001B[')).toBe(isColorful);
});
