import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createProject, light, lightConfig } from '../support/create-project.js';
import { root } from '../support/paths.js';

const config = JSON.stringify(lightConfig);

/** As root, permissions would not hold. */
const isRoot = process.getuid?.() === 0;
const asUser = (
  cwd: string,
  ...words: readonly string[]
): { readonly status: number | null; readonly stderr: string } => {
  const run = [process.execPath, resolve(root, 'dist/cli/bin.js'), ...words];
  const [program = '', ...rest] = isRoot ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search', ...run] : run;
  return spawnSync(program, rest, { cwd, encoding: 'utf8' });
};

test.each([
  ['an included file', { 'src/a.ts': light }, 'src/a.ts'],
  [
    'a file that is only imported',
    {
      'src/a.ts': light,
      'src/index.ts': "import './a.js';\n",
      'tsconfig.json': JSON.stringify({ compilerOptions: lightConfig.compilerOptions, files: ['src/index.ts'] }),
    },
    'src/a.ts',
  ],
  ['a folder', { 'src/closed/a.ts': light }, 'src/closed'],
])('what nobody may open is named: %s', (_, files, path) => {
  const cwd = createProject({ 'tsconfig.json': config, 'src/ok.ts': 'export {};\n', ...files });
  onTestFinished(() => {
    chmodSync(resolve(cwd, path), 0o755);
  });
  chmodSync(resolve(cwd, path), 0o000);
  expect(asUser(cwd, 'scan', '--quiet')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining(`Not read, or only in part: ${path}: it cannot be opened (EACCES).`) as string,
  });
  expect(asUser(cwd, 'scan', '--quiet', '--allow-unreadable')).toMatchObject({ status: 0, stderr: '' });
});
