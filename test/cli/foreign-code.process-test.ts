import { spawnSync } from 'node:child_process';
import { mkdirSync, openSync, symlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createProject, light, lightConfig } from '../support/create-project.js';
import { root } from '../support/paths.js';
import { runInProcess } from '../support/run-in-process.js';

const bin = resolve(root, 'dist/cli/bin.js');
const config = JSON.stringify(lightConfig);

/** Runs the built command: what foreign code does to its process must not happen to that of the tests. Where it does nothing but fail, {@link runInProcess} is enough. */
function run(
  cwd: string,
  ...words: readonly string[]
): { readonly status: number | null; readonly stderr: string; readonly stdout: string } {
  const { status, stderr, stdout } = spawnSync(process.execPath, ['--no-warnings', bin, ...words], {
    cwd,
    encoding: 'utf8',
  });
  return { status, stderr, stdout };
}

/** A project with nothing to find, whose ESLint configuration does what it does, with files beside it. */
function createWith(eslintConfig: string, files: Readonly<Record<string, string>> = {}): string {
  return createProject({
    'tsconfig.json': config,
    'src/a.ts': 'export {};\n',
    'eslint.config.js': eslintConfig,
    ...files,
  });
}

const ours = "import persistence from 'eslint-plugin-persistence';\n";

describe('an ESLint configuration that cannot be read ends the run with 2, in one line that names it, the reason and the flag', () => {
  test.each<[string, string, RegExp]>([
    ['throws', "throw new Error('Broken.\\nBadly.');", /^Broken\. Badly$/],
    ['throws no error', 'throw undefined;', /^undefined$/],
    ['does not parse', 'export default [', /^Unexpected end of input$/],
    [
      'is CommonJS where modules are not',
      'module.exports = [];',
      /^module is not defined in ES module scope .* rename it to use the '\.cjs' file extension$/,
    ],
    ['is no list', 'export default 5;', /Unexpected non-object config at user-defined index 0$/],
    [
      'needs a package that is not there',
      "import gone from 'eslint-plugin-gone';\nexport default [gone];",
      /^Cannot find package 'eslint-plugin-gone' imported from \S+eslint\.config\.js$/,
    ],
    [
      'has a plugin that throws',
      "export default [{ plugins: { get broken() { throw new Error('by a plugin'); } } }];",
      /Key "plugins": by a plugin$/,
    ],
    [
      'has wrong options of a rule of ours',
      `${ours}export default [persistence.configs.recommended, { rules: { 'persistence/no-unawaited-calls': ['error', { reads: true }] } }];`,
      /^Key "rules": Key "persistence\/no-unawaited-calls": .* Unexpected property "reads"\. Expected properties: "checkReads", .*"autofix"$/,
    ],
    [
      'names a rule that we do not have',
      `${ours}export default [persistence.configs.recommended, { rules: { 'persistence/gone': 'error' } }];`,
      /^Key "rules": Key "persistence\/gone": Could not find "gone" in plugin "persistence"$/,
    ],
  ])('one that %s', async (_, text, reason) => {
    const cwd = createWith(text);
    const { code, error, out } = await runInProcess(cwd, ['scan']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(toPlaceAndReason(error)).toEqual(expectedIn(cwd, reason));
    await expectNothingWithoutIt(cwd);
  });

  test.each<[string, string, RegExp, Readonly<Record<string, string>>?]>([
    ['throws, and ends the process', "throw new Error('Broken.\\nBadly.');", /^Broken\. Badly$/],
    [
      'fails inside of Node',
      "import part from './part.cjs';\nexport default [part];",
      /^Cannot find module '\S+gone\.mjs' imported from \S+rest\.mjs$/,
      { 'part.cjs': "require('./rest.mjs');", 'rest.mjs': "import './gone.mjs';" },
    ],
    ['begins what fails', "Promise.reject(new Error('unheard'));\nexport default [{}];", /^unheard$/],
    ['never comes to an end', 'await new Promise(() => undefined);\nexport default [{}];', /^it never ends$/],
  ])('one that %s', async (_, text, reason, files) => {
    const cwd = createWith(text, files);
    const { status, stderr, stdout } = run(cwd, 'scan');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(toPlaceAndReason(stderr)).toEqual(expectedIn(cwd, reason));
    await expectNothingWithoutIt(cwd);
  });

  function toPlaceAndReason(line: string): object {
    const [, place, said] =
      /^(.*?): the ESLint configuration cannot be read \((.*)\)\. Fix it, or pass --no-eslint-config\.\n$/.exec(line) ??
      [];
    return { place, said };
  }

  function expectedIn(cwd: string, reason: RegExp): object {
    return { place: resolve(cwd, 'eslint.config.js'), said: expect.stringMatching(reason) as string };
  }

  async function expectNothingWithoutIt(cwd: string): Promise<void> {
    expect(await runInProcess(cwd, ['scan', '--no-eslint-config'])).toMatchObject({ code: 0, error: '' });
  }
});

test('settings of ours that are wrong name the configuration, and what may be there', async () => {
  const cwd = createWith('export default [{ settings: { persistence: { repositoryName: [] } } }];');
  const { code, error, out } = await runInProcess(cwd, ['scan']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(error).toMatch(
    /^\S+\/eslint\.config\.js: settings\.persistence\.repositoryName is unknown\. The keys are repositoryNames, .*\.\n$/,
  );
});

describe('an ESLint configuration that is fine for ESLint is fine here', () => {
  test.each([
    ['one that sets an exit code', 'process.exitCode = 7;\nexport default [{}];'],
    [
      'one that handles what it begins',
      "Promise.reject(new Error('heard')).catch(() => undefined);\nexport default [{}];",
    ],
  ])('%s', (_, text) => {
    expect(run(createWith(text), 'scan')).toMatchObject({ status: 0, stderr: '' });
  });

  test.each([
    ['one that exports nothing', 'export const unused = 1;'],
    ['one that waits for something', 'await new Promise(done => setTimeout(done, 20));\nexport default [{}];'],
  ])('%s', async (_, text) => {
    expect(await runInProcess(createWith(text), ['scan'])).toMatchObject({ code: 0, error: '' });
  });
});

describe('what a configuration does once it is read is told in one line that names it, and the run exits with 3', () => {
  test.each([
    [
      'a promise that nobody handles',
      "Promise.reject(new Error('too late'));",
      /^\S+\/eslint\.config\.js:1: an error is not handled there \(Error: too late at \S+\)\. Fix it, or ignore the ESLint configuration with --no-eslint-config\.\n$/,
    ],
    [
      'an error that nobody catches',
      "throw new TypeError('too late');",
      /^\S+\/eslint\.config\.js:1: an error is not handled there \(TypeError: too late at \S+\)\. Fix it, or .*--no-eslint-config\.\n$/,
    ],
  ])('%s', (_, act, message) => {
    const cwd = createWith(`setTimeout(() => { ${act} }, 4000);\nexport default [{}];`);
    const { status, stderr, stdout } = run(cwd, 'scan');
    expect({ status, stdout }).toEqual({
      status: 3,
      stdout: expect.stringContaining('No lost persistence call in 1 file.') as string,
    });
    expect(stderr).toMatch(message);
  });

  test.each(['0', '1', ''])('the end of the process by process.exit(%s)', code => {
    const { status, stderr, stdout } = run(createWith(`process.exit(${code});\nexport default [{}];`), 'scan');
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(
      /^\S+\/eslint\.config\.js:1: this ended the process before the run was complete\. Fix it, or .*--no-eslint-config\.\n$/,
    );
  });

  test('the end of the process once the run is over changes no exit code', () => {
    const cwd = createProject({
      'tsconfig.json': config,
      'src/a.ts': light,
      'eslint.config.js': 'setTimeout(() => process.exit(0), 4000);\nexport default [{}];',
    });
    expect(run(cwd, 'scan')).toMatchObject({ status: 1, stderr: '' });
  });
});

describe('the same in another thread', () => {
  const files = {
    'one/tsconfig.json': config,
    'one/src/a.ts': light,
    'two/tsconfig.json': config,
    'two/src/a.ts': light,
  };
  const flags = ['scan', '-p', 'one', '-p', 'two', '--concurrency', '2'];

  test.each([
    [
      'a configuration that throws',
      "throw new Error('Broken.');",
      2,
      /^\S+\/eslint\.config\.js: the ESLint configuration cannot be read \(Broken\)\. .*\n$/,
    ],
    [
      'one that fails inside of Node',
      "import part from './part.cjs';\nexport default [part];",
      2,
      /^\S+\/eslint\.config\.js: the ESLint configuration cannot be read \(Cannot find module .*\)\. .*\n$/,
    ],
    [
      'one that ends the process',
      'process.exit(0);\nexport default [{}];',
      3,
      /^Something that a project loads ended its thread before the project was done\. .*--no-eslint-config\.\n$/,
    ],
  ])('%s', (_, text, code, message) => {
    const cwd = createWith(text, {
      ...files,
      'part.cjs': "require('./rest.mjs');",
      'rest.mjs': "import './gone.mjs';",
    });
    const { status, stderr, stdout } = run(cwd, ...flags);
    expect({ status, stdout }).toEqual({ status: code, stdout: '' });
    expect(stderr).toMatch(message);
  });

  test('a TypeScript that fails', () => {
    const cwd = createWith('export default [{}];', {
      ...files,
      'two/node_modules/typescript/package.json': JSON.stringify({
        name: 'typescript',
        version: '6.0.3',
        main: 'main.cjs',
      }),
      'two/node_modules/typescript/main.cjs': `module.exports = { ...require(${JSON.stringify(resolve(root, 'node_modules/typescript'))}), createProgram() { throw new Error('Debug Failure.'); } };`,
    });
    const { status, stderr, stdout } = run(cwd, ...flags);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(
      /^\S+\/two\/tsconfig\.json: TypeScript \S+ fails on this project \(Error: Debug Failure\. at \S+\)\. .*\n$/,
    );
  });
});

describe('a settings module', () => {
  test.each([
    [
      'throws',
      "throw new Error('Broken.\\nBadly.');",
      2,
      /\/settings\.mjs: the settings cannot be read \(Broken\. Badly\)\.\n$/,
    ],
    [
      'begins what fails',
      "Promise.reject(new Error('unheard'));\nexport default {};",
      2,
      /\/settings\.mjs: the settings cannot be read \(unheard\)\.\n$/,
    ],
    [
      'ends the process',
      'process.exit(0);',
      3,
      /\/settings\.mjs:1: this ended the process before the run was complete\. .*\n$/,
    ],
  ])('that %s is named in one line', (_, text, code, message) => {
    const { status, stderr, stdout } = run(
      createWith('export default [{}];', { 'settings.mjs': text }),
      'scan',
      '--settings',
      'settings.mjs',
    );
    expect({ status, stdout, stderr }).toEqual({
      status: code,
      stdout: '',
      stderr: expect.stringMatching(message) as string,
    });
  });
});

describe('standard output', () => {
  test('that nobody reads to its end changes no exit code', () => {
    const cwd = createProject({
      'tsconfig.json': config,
      ...Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`src/${index}.ts`, light])),
    });
    const { stdout } = spawnSync(
      'bash',
      ['-c', `"${process.execPath}" "${bin}" scan --reporter json | head -c 1 >&2; echo "\${PIPESTATUS[0]}"`],
      { cwd, encoding: 'utf8' },
    );
    expect(stdout).toBe('1\n');
  });

  test('that takes nothing ends the run with 2, and says so', () => {
    const cwd = createProject({ 'tsconfig.json': config, 'src/a.ts': light });
    const { status, stderr } = spawnSync(process.execPath, [bin, 'scan'], {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
    });
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'Standard output cannot be written to (ENOSPC).\n' });
  });
});

test('a module of this package that is missing is an internal error', () => {
  const cwd = createProject({ 'tsconfig.json': config, 'src/a.ts': light });
  mkdirSync(resolve(cwd, 'copy'));
  for (const name of ['package.json', 'node_modules']) symlinkSync(resolve(root, name), resolve(cwd, 'copy', name));
  const copied = spawnSync('cp', ['-r', resolve(root, 'dist'), resolve(cwd, 'copy/dist')]);
  expect(copied.status).toBe(0);
  spawnSync('rm', [resolve(cwd, 'copy/dist/reporters/render-sarif.js')]);
  const { status, stderr } = spawnSync(process.execPath, [resolve(cwd, 'copy/dist/cli/bin.js'), 'scan'], {
    cwd,
    encoding: 'utf8',
  });
  expect(status).toBe(3);
  expect(stderr).toContain('render-sarif.js');
});
