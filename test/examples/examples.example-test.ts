import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createRepository } from '../support/git.js';
import { packPackage, type Package } from '../support/packaging/pack-package.js';
import { runCommand, type CommandResult } from '../support/packaging/run-command.js';
import { root } from '../support/paths.js';

const examples = resolve(root, 'examples');
const names = readdirSync(examples).filter(name => statSync(resolve(examples, name)).isDirectory());

process.env['TURBO_TELEMETRY_DISABLED'] = '1';

let packed: Package;

beforeAll(async () => {
  packed = await packPackage();
});

afterAll(() => packed.dispose());

test('the page lists all examples', () => {
  const page = readFileSync(resolve(examples, 'README.md'), 'utf8');
  expect([...page.matchAll(/^\| \[([\w-]+)\]\(\1\) /gm)].map(([, name]) => name).toSorted()).toEqual(names.toSorted());
});

test.each(names)('%s is installed, linted, scanned, repaired and type-checked', async name => {
  const folder = await install(name);
  const lost = listLost(folder);
  expect(lost.length).toBeGreaterThan(0);

  const linted = await run(folder, 'eslint', '.', '--format', 'json');
  expect(placesOf(linted.stdout, folder), linted.stderr).toEqual(lost);

  const scanned = await runScript(folder, 'scan');
  expect(scanned.exitCode, scanned.stderr).toBe(1);
  expect(scanned.stdout).toMatch(/lost persistence call/);

  expect(await runScript(folder, 'repair')).toMatchObject({ exitCode: 0 });
  for (const place of lost) expect(lineAt(folder, place)).toMatch(/^\s*await /);

  for (const script of ['lint', 'scan', 'typecheck']) {
    const { exitCode, stderr, stdout } = await runScript(folder, script);
    expect(exitCode, `${script}\n${stdout}${stderr}`).toBe(0);
  }
});

test('Turborepo gives a scan again until what it depends on changes', async () => {
  const folder = await install('turborepo');
  expect(await runScript(folder, 'repair')).toMatchObject({ exitCode: 0 });
  expect(await cachedIn(folder)).toEqual({ api: false, store: false, web: false });
  expect(await cachedIn(folder)).toEqual({ api: true, store: true, web: true });

  rmSync(resolve(folder, 'packages/api/persistence.json'));
  expect(await cachedIn(folder)).toEqual({ api: true, store: true, web: true });
  expect(JSON.parse(readFileSync(resolve(folder, 'packages/api/persistence.json'), 'utf8'))).toMatchObject({
    summary: { findings: 0 },
  });

  const store = resolve(folder, 'packages/store/src/index.ts');
  writeFileSync(store, `${readFileSync(store, 'utf8')}// changed\n`);
  expect(await cachedIn(folder)).toEqual({ api: false, store: false, web: true });

  const web = resolve(folder, 'packages/web/src/index.ts');
  writeFileSync(web, `${readFileSync(web, 'utf8')}// changed\n`);
  expect(await cachedIn(folder)).toEqual({ api: true, store: true, web: false });

  const config = resolve(folder, 'eslint.config.js');
  writeFileSync(config, `${readFileSync(config, 'utf8')}// changed\n`);
  expect(await cachedIn(folder)).toEqual({ api: false, store: false, web: false });
});

/** Copies an example to a folder of its own, and installs it with the package as it would be published. */
async function install(name: string): Promise<string> {
  const parent = join(tmpdir(), 'persistence-examples');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, `${name}-`)); // outside of the repository, so that none of its packages is found
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  cpSync(resolve(examples, name), folder, { recursive: true, filter: path => !path.includes('node_modules') });
  const path = resolve(folder, 'package.json');
  const manifest = readFileSync(path, 'utf8');
  expect(manifest).toContain('"eslint-plugin-persistence": "^');
  writeFileSync(
    path,
    manifest.replace(/("eslint-plugin-persistence": )"[^"]+"/, `$1${JSON.stringify(`file:${packed.tarball}`)}`),
  );
  const { exitCode, stderr } = await runCommand(
    folder,
    'npm',
    'install',
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
  );
  expect(exitCode, stderr).toBe(0);
  writeFileSync(resolve(folder, '.gitignore'), 'node_modules\n.turbo\npersistence.json\n');
  createRepository(folder);
  return folder;
}

/** The lines that say that they lose something, as `file:line`, in order. */
function listLost(folder: string): readonly string[] {
  return globSync('**/*.{ts,tsx,js}', { cwd: folder, ignore: ['**/node_modules/**'] })
    .flatMap(path =>
      readFileSync(resolve(folder, path), 'utf8')
        .split('\n')
        .flatMap((line, index) => (line.endsWith('// lost') ? [`${path}:${index + 1}`] : [])),
    )
    .toSorted();
}

function lineAt(folder: string, place: string): string {
  const [path = '', line = ''] = place.split(':');
  return readFileSync(resolve(folder, path), 'utf8').split('\n')[Number(line) - 1] ?? '';
}

/** Where this plugin reports anything, in order, and what ESLint could not read. What other rules say is no matter here. */
function placesOf(output: string, folder: string): readonly string[] {
  const results = JSON.parse(output) as readonly {
    readonly filePath: string;
    readonly messages: readonly { readonly ruleId: string | null; readonly line: number; readonly message: string }[];
  }[]; // the form of ESLint's json formatter
  return results
    .flatMap(({ filePath, messages }) =>
      messages
        .filter(({ ruleId }) => ruleId === null || ruleId.startsWith('persistence/'))
        .map(({ line, message, ruleId }) =>
          ruleId === null ? message : `${filePath.slice(folder.length + 1)}:${line}`,
        ),
    )
    .toSorted();
}

/** Which packages Turborepo did not scan again. */
async function cachedIn(folder: string): Promise<Readonly<Record<string, boolean>>> {
  const { exitCode, stderr, stdout } = await run(
    folder,
    'turbo',
    'run',
    'scan',
    '--log-order=grouped',
    '--output-logs=hash-only',
  );
  expect(exitCode, stdout + stderr).toBe(0);
  const found = [...stdout.matchAll(/@example\/(\w+):scan: cache (hit|miss)/g)];
  const hits = found.map(([, name = '', cache]): readonly [string, boolean] => [name, cache === 'hit']);
  return Object.fromEntries(hits.toSorted());
}

async function run(folder: string, ...words: readonly string[]): Promise<CommandResult> {
  return await runCommand(folder, 'npx', '--no-install', ...words);
}

async function runScript(folder: string, script: string): Promise<CommandResult> {
  return await runCommand(folder, 'npm', 'run', script);
}
