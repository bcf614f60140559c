import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { runCommand } from '../support/packaging/run-command.js';
import { root } from '../support/paths.js';

const plugin = pathToFileURL(join(root, 'dist/index.js')).href;

test("the plugin loads without the codemod's ts-morph", async () => {
  const modules = await modulesLoadedBy(plugin);
  expect(modules.filter(isOf('typescript'))).not.toEqual([]);
  expect(modules.filter(isOf('ts-morph'))).toEqual([]);
});

test('the command line starts without ts-morph, which only edits need', async () => {
  const modules = await modulesLoadedBy(pathToFileURL(join(root, 'dist/cli/run-in-terminal.js')).href);
  expect(modules.filter(isOf('commander'))).not.toEqual([]);
  expect(modules.filter(isOf('ts-morph'))).toEqual([]);
});

test('ts-morph would be seen', async () => {
  const modules = await modulesLoadedBy('ts-morph');
  expect(modules.filter(isOf('ts-morph'))).not.toEqual([]);
});

/** The files of all CommonJS modules that are loaded in a new process after an import, directly or not. */
async function modulesLoadedBy(specifier: string): Promise<readonly string[]> {
  const program = `
    import { createRequire } from 'node:module';
    await import(${JSON.stringify(specifier)});
    console.log(JSON.stringify(Object.keys(createRequire(import.meta.url).cache)));
  `;
  const { exitCode, stderr, stdout } = await runCommand(
    root,
    process.execPath,
    '--input-type=module',
    '--eval',
    program,
  );
  expect(exitCode, stderr).toBe(0);
  return JSON.parse(stdout) as readonly string[]; // keys of an object
}

function isOf(packageName: string): (path: string) => boolean {
  return path => path.replaceAll('\\', '/').includes(`/node_modules/${packageName}/`);
}
