import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { loadESLint } from '../../src/eslint-host/load-eslint.js';
import { createProject, light, lightConfig } from '../support/create-project.js';
import { createESLintProject, eslintVersions } from '../support/eslint-project.js';
import { root } from '../support/paths.js';
import { runInProcess } from '../support/run-in-process.js';

test.each(eslintVersions)("the project's own ESLint %i is the one that is loaded", async version => {
  expect(await versionIn(createESLintProject(version, 'export default [{}];'))).toMatch(new RegExp(`^${version}\\.`));
});

test.each(['8.57.1', '7.32.0'])('the one beside this package takes over from ESLint %s', async version => {
  const folder = createProject({
    'node_modules/eslint/package.json': JSON.stringify({ name: 'eslint', version, main: 'main.cjs' }),
    'node_modules/eslint/main.cjs': `exports.ESLint = class { static version = '${version}'; }; exports.Linter = class {};`,
  });
  expect(await versionIn(folder)).toMatch(/^10\./);
});

test('the one beside this package takes over from an ESLint that has no such class', async () => {
  const files = {
    'node_modules/eslint/package.json': '{ "name": "eslint", "version": "6.8.0", "main": "main.cjs" }',
    'node_modules/eslint/main.cjs': 'exports.CLIEngine = class {};',
  };
  expect(await versionIn(createProject(files))).toMatch(/^10\./);
});

test('one that cannot be loaded ends the run with 2, in one line that names it', async () => {
  const cwd = createProject({
    'tsconfig.json': JSON.stringify(lightConfig),
    'src/a.ts': light,
    'node_modules/eslint/package.json': '{ "name": "eslint", "version": "9.0.0", "main": "main.cjs" }',
    'node_modules/eslint/main.cjs': "throw new Error('half\\ninstalled');",
  });
  expect(await runInProcess(cwd, ['scan'])).toEqual({
    code: 2,
    out: '',
    error: `${cwd}/node_modules/eslint/main.cjs: this ESLint cannot be loaded (half installed). Reinstall it.\n`,
  });
});

test('without any ESLint a line says so once, and the preset holds', () => {
  const tsconfig = JSON.stringify({ ...lightConfig, include: ['*.ts'] });
  const cwd = createProject({
    'packages/a/tsconfig.json': tsconfig,
    'packages/a/a.ts': light,
    'packages/b/tsconfig.json': tsconfig,
    'packages/b/b.ts': `// eslint-disable-next-line\n${light}`,
    'hide.cjs':
      "const { _resolveFilename } = require('node:module');\nrequire('node:module')._resolveFilename = function (name, ...rest) {\n  if (name === 'eslint') throw new Error('hidden');\n  return _resolveFilename.call(this, name, ...rest);\n};\n",
  });
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [
      '--require',
      resolve(cwd, 'hide.cjs'),
      resolve(root, 'dist/cli/bin.js'),
      'scan',
      '-p',
      'packages/a',
      '-p',
      'packages/b',
    ],
    { cwd, encoding: 'utf8' },
  );
  expect(stderr).toBe(
    'No ESLint was found, so its configuration and `eslint-disable` comments are ignored. Install eslint 9 or later in the project.\n',
  );
  expect(status).toBe(1);
  expect(stdout).toContain('2 lost persistence calls');
});

async function versionIn(folder: string): Promise<string | undefined> {
  const loaded = await loadESLint(folder);
  return loaded.kind === 'loaded' ? loaded.eslint.ESLint.version : undefined;
}
