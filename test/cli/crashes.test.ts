import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/analysis/report/report.js';
import { createProject, light, lightConfig } from '../support/create-project.js';
import { root } from '../support/paths.js';
import { runInProcess } from '../support/run-in-process.js';

const config = JSON.stringify(lightConfig);

/** {@link light} with a call that the analysis asks a guard about that {@link breakCompiler} breaks, and that is fine. */
const assigning = light.replace(
  'threads.create(); }',
  'threads.create(); let kept; kept = threads.create(); await kept; }',
);
const repaired = assigning.replace('{ threads.', '{ await threads.');

/**
 * Gives a project a TypeScript of its own, which is the real one but for two guards that throw in files whose text holds a
 * word, when a module of ours asks: what that wants to know of a tree then fails in the midst of it, here as in another thread.
 */
function breakCompiler(folder: string, word: string, caller = 'classify-use'): void {
  const place = resolve(folder, 'node_modules/typescript');
  mkdirSync(place, { recursive: true });
  writeFileSync(
    resolve(place, 'package.json'),
    JSON.stringify({ name: 'typescript', version: '6.0.3', main: 'main.cjs' }),
  );
  writeFileSync(
    resolve(place, 'main.cjs'),
    `const real = require(${JSON.stringify(resolve(root, 'node_modules/typescript'))});
const broken = name => node => {
  if (node.getSourceFile()?.text.includes(${JSON.stringify(word)}) && new Error('').stack.includes(${JSON.stringify(caller)})) throw new TypeError('nobody thought of this\\nat all');
  return real[name](node);
};
module.exports = { ...real, isExpressionStatement: broken('isExpressionStatement'), isFunctionLike: broken('isFunctionLike') };
`,
  );
}

function createBroken(word: string, files: Readonly<Record<string, string>>): string {
  const cwd = createProject({ 'tsconfig.json': config, ...files });
  breakCompiler(cwd, word);
  return cwd;
}

const line = (path: string): RegExp =>
  new RegExp(
    `^${path}: TypeError: nobody thought of this at all at main\\.cjs:\\d+:\\d+\\. eslint-plugin-persistence \\d+\\.\\d+\\.\\d+ failed here and continued with the rest\\. Please report this line, .*\\n$`,
  );

describe('a file that the analysis fails on', () => {
  const files = { 'src/a.ts': `${assigning}// crash\n`, 'src/b.ts': assigning };

  test('is named in one line with what to send, the others are judged, and the run exits with 3', async () => {
    const { code, error, out } = await runInProcess(createBroken('// crash', files), ['scan', '--quiet']);
    expect({ code, error }).toEqual({ code: 3, error: expect.stringMatching(line('src/a\\.ts')) as string });
    expect(out).toContain('1 lost persistence call in 1 file of 1: 1 can be fixed.\nThe analysis failed on 1 file.\n');
  });

  test('exits with 3 however many findings may be left, and with something unreadable, too', async () => {
    const cwd = createBroken('// crash', { ...files, 'src/c.ts': 'export const c = ;\n' });
    expect(await runInProcess(cwd, ['scan', '--max-findings', '9', '--allow-unreadable'])).toMatchObject({ code: 3 });
    expect(await runInProcess(cwd, ['scan'])).toMatchObject({ code: 3 });
  });

  test('is no obstacle to the repair of others', async () => {
    const cwd = createBroken('// crash', files);
    expect(await runInProcess(cwd, ['fix', '--write', '--allow-dirty'])).toMatchObject({ code: 3 });
    expect(readFileSync(resolve(cwd, 'src/a.ts'), 'utf8')).toBe(files['src/a.ts']);
    expect(readFileSync(resolve(cwd, 'src/b.ts'), 'utf8')).toBe(repaired);
  });

  test.each(['json', 'sarif', 'github', 'gitlab', 'markdown', 'html', 'table'])(
    'is in a report in the form %s',
    async reporter => {
      const { out } = await runInProcess(createBroken('// crash', files), ['scan', '--reporter', reporter]);
      expect(out).toMatch(/src\/a\.ts/);
      expect(out).toMatch(/nobody thought of this at all/);
    },
  );

  test('is the same in a merged report', async () => {
    const cwd = createBroken('// crash', files);
    await runInProcess(cwd, ['scan', '--reporter', 'json', '--output', 'report.json']);
    expect(await runInProcess(cwd, ['merge', 'report.json'])).toMatchObject({
      code: 3,
      error: expect.stringMatching(line('src/a\\.ts')) as string,
    });
  });

  test('is the same in another thread', () => {
    const cwd = createProject({
      'one/tsconfig.json': config,
      'one/src/a.ts': files['src/a.ts'],
      'one/src/b.ts': assigning,
      'two/tsconfig.json': config,
      'two/src/a.ts': assigning,
    });
    breakCompiler(cwd, '// crash');
    const run = (...words: readonly string[]): object => {
      const { status, stderr, stdout } = spawnSync(
        process.execPath,
        [resolve(root, 'dist/cli/bin.js'), 'scan', '-p', 'one', '-p', 'two', '--reporter', 'json', ...words],
        { cwd, encoding: 'utf8' },
      );
      return { status, stderr, report: JSON.parse(stdout) as Report };
    };
    const shared = run('--concurrency', '2');
    expect(shared).toMatchObject({
      status: 3,
      stderr: expect.stringMatching(line('one/src/a\\.ts')) as string,
      report: { summary: { files: 2, findings: 2 } },
    });
    expect(shared).toEqual(run());
  });

  test('is named when one of its lines is to be explained', async () => {
    const { code, error, out } = await runInProcess(createBroken('// crash', files), [
      'scan',
      '--explain',
      'src/a.ts:4',
    ]);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(error).toMatch(/\/src\/a\.ts: TypeError: nobody thought of this at all at main\.cjs:\d+:\d+\n$/);
  });
});

describe('a file that the analysis fails on once something is repaired', () => {
  const others = assigning.replaceAll('threads', 'others');

  test('is left as it was, with the reason, and others are repaired', async () => {
    const cwd = createBroken('await threads', { 'src/a.ts': assigning, 'src/b.ts': others });
    const { code, error, out } = await runInProcess(cwd, [
      'fix',
      '--write',
      '--allow-dirty',
      '--quiet',
      '--reporter',
      'json',
    ]);
    expect({ code, error }).toEqual({ code: 3, error: expect.stringMatching(line('src/a\\.ts')) as string });
    const report = JSON.parse(out) as Report;
    expect(report.files.map(({ findings }) => findings.map(({ outcome, reason }) => [outcome, reason]))).toEqual([
      [['manual', 'the analysis failed on this file after a repair, so the file is not changed']],
      [['fixed', undefined]],
    ]);
    expect(report.skipped).toMatchObject([{ path: 'src/a.ts', cause: 'crashed' }]);
    expect(readFileSync(resolve(cwd, 'src/a.ts'), 'utf8')).toBe(assigning);
    expect(readFileSync(resolve(cwd, 'src/b.ts'), 'utf8')).toBe(others.replace('{ others.', '{ await others.'));
  });

  test('may be any: then nothing of the project is changed, and the report says so', async () => {
    const cwd = createProject({ 'tsconfig.json': config, 'src/a.ts': light, 'src/b.ts': light });
    breakCompiler(cwd, 'light', 'find-affected');
    writeFileSync(resolve(cwd, 'src/a.ts'), `${light}// light\n`);
    const { code, error, out } = await runInProcess(cwd, [
      'fix',
      '--write',
      '--allow-dirty',
      '--quiet',
      '--reporter',
      'json',
    ]);
    expect({ code, error }).toEqual({
      code: 3,
      error: expect.stringMatching(
        /^tsconfig\.json: repairing failed: TypeError: nobody thought of this at all at main\.cjs:\d+:\d+\. eslint-plugin-persistence .* failed here .*\n$/,
      ) as string,
    });
    const report = JSON.parse(out) as Report;
    expect(report.files.flatMap(({ findings }) => findings.map(({ outcome, reason }) => [outcome, reason]))).toEqual(
      Array.from({ length: 2 }, () => ['manual', 'the repair of this project failed, so none of its files is changed']),
    );
    expect(readFileSync(resolve(cwd, 'src/b.ts'), 'utf8')).toBe(light);
  });
});

describe("the project's own TypeScript", () => {
  const shim = (main: string): Readonly<Record<string, string>> => ({
    'tsconfig.json': config,
    'src/a.ts': light,
    'node_modules/typescript/package.json': JSON.stringify({ name: 'typescript', version: '6.0.3', main: 'main.cjs' }),
    'node_modules/typescript/main.cjs': main.replace('REAL', JSON.stringify(resolve(root, 'node_modules/typescript'))),
  });

  test('that cannot be loaded is named in one line, with 2', async () => {
    const { code, error, out } = await runInProcess(createProject(shim("throw new Error('half\\ninstalled');")), [
      'scan',
    ]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toMatch(
      /\/node_modules\/typescript: this TypeScript 6\.0\.3 cannot be loaded \(half installed\)\. Reinstall it\.\n$/,
    );
  });

  test.each(['createProgram', 'getParsedCommandLineOfConfigFile'])(
    'that fails on the whole project is named in one line, with 3: %s',
    async name => {
      const { code, error, out } = await runInProcess(
        createProject(
          shim(
            `module.exports = { ...require(REAL), ${name}() { throw new Error('Debug Failure.\\nFalse expression.'); } };`,
          ),
        ),
        ['scan'],
      );
      expect({ code, out }).toEqual({ code: 3, out: '' });
      expect(error).toMatch(
        /\/tsconfig\.json: TypeScript 6\.0\.3 fails on this project \(Error: Debug Failure\. False expression\. at main\.cjs:1:\d+\)\. If `tsc -p` does not fail, report this line\.\n$/,
      );
    },
  );

  test('that is too new to be read with is no failure, whatever it throws', async () => {
    const files = {
      ...shim("throw new Error('no interface');"),
      'node_modules/typescript/package.json': JSON.stringify({
        name: 'typescript',
        version: '7.0.0',
        main: 'main.cjs',
      }),
    };
    expect(await runInProcess(createProject(files), ['scan'])).toMatchObject({
      code: 1,
      error: expect.stringContaining('TypeScript 7.0.0 has no JavaScript API to read the project with') as string,
    });
  });
});
