import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { createProject } from '../../support/create-project.js';
import { buildExecutor, openDatabase, shape, type ExecutorProject } from '../../support/executor/build-executor.js';
import { runIn } from '../../support/run-in.js';

/** A program that uses the module, and ends when it has nothing left to do. */
const main = `import { offload } from './database-executor.js';
import { openDatabase } from './open-database.js';

async function main(): Promise<void> {
  const database = openDatabase();
  await offload(database).exec('CREATE TABLE notes (text)');
  await offload(database).prepare('INSERT INTO notes VALUES (?)').run('kept');
  console.log(JSON.stringify(await offload(database).prepare('SELECT text FROM notes').raw().get()));
  database.close();
}

void main();
`;

const commonJs: ExecutorProject = { shape: { isCommonJs: true, importEnding: '', databasePath: './open-database' } };

/** How a project runs: what it is, and how Node is told to run it. */
const runtimes: Readonly<Record<string, readonly [project: ExecutorProject, type: string, words: readonly string[]]>> =
  {
    'ECMAScript modules that were compiled': [{}, 'module', ['main.js']],
    'CommonJS modules that were compiled': [commonJs, 'commonjs', ['main.js']],
    'ECMAScript modules under tsx': [{}, 'module', ['--import', 'tsx', 'main.ts']],
    'CommonJS modules under tsx': [commonJs, 'commonjs', ['--import', 'tsx', 'main.ts']],
  };

test.each(Object.entries(runtimes))(
  'the worker is found in %s, and the process ends by itself',
  async (_, [project, type, words]) => {
    const folder = createProject({ 'package.json': JSON.stringify({ type }) });
    writeFileSync(
      resolve(folder, 'main.ts'),
      main.replaceAll(".js';", project.shape?.importEnding === '' ? "';" : ".js';"),
    );
    const compiled = words.includes('main.js');
    expect(buildExecutor(folder, { ...project, emits: compiled, entry: 'main.ts' })).toEqual([]);
    const env = { DATABASE_FILE: join(folder, 'database.db'), DATABASE_THREADS: '2' };
    expect(await runIn(folder, env, ...words)).toEqual({ exitCode: 0, stdout: '["kept"]\n', stderr: '' });
  },
);

test('where the worker does not lie beside the module, the statement fails with what to do', async () => {
  const folder = createProject({ 'package.json': '{ "type": "module" }' });
  writeFileSync(resolve(folder, 'main.ts'), main);
  expect(buildExecutor(folder, { entry: 'main.ts' })).toEqual([]);
  const bundle = ts.sys.readFile(resolve(folder, 'database-executor.js')) ?? '';
  writeFileSync(resolve(folder, 'bundle.js'), bundle);
  writeFileSync(
    resolve(folder, 'main.js'),
    (ts.sys.readFile(resolve(folder, 'main.js')) ?? '').replace('./database-executor.js', './bundle.js'),
  );
  const { exitCode, stderr } = await runIn(folder, { DATABASE_FILE: join(folder, 'database.db') }, 'main.js');
  expect(exitCode).toBe(1);
  expect(stderr).toContain('If a bundler combines the files, let it build the worker as a second one.');
});

describe('the module type-checks', () => {
  const better = openDatabase.replaceAll('libsql', 'better-sqlite3');
  const node = openDatabase
    .replace("import Database from 'libsql'", "import { DatabaseSync } from 'node:sqlite'")
    .replaceAll(/Database\.Database|\bDatabase\(/g, found => (found.endsWith('(') ? 'DatabaseSync(' : 'DatabaseSync'))
    .replace("database.pragma('journal_mode = WAL')", "database.exec('PRAGMA journal_mode = WAL')");
  const projects: Readonly<Record<string, ExecutorProject>> = {
    'for better-sqlite3': { shape: { driver: 'better-sqlite3' }, openDatabase: better },
    'for better-sqlite3 without default imports': {
      shape: { ...commonJs.shape, driver: 'better-sqlite3', hasDefaultImports: false },
      openDatabase: better.replace(
        "import Database from 'better-sqlite3'",
        "import Database = require('better-sqlite3')",
      ),
      options: { esModuleInterop: false, ignoreDeprecations: '6.0' },
    },
    'for node:sqlite': { shape: { driver: 'node:sqlite' }, openDatabase: node },
    'for an exported database': {
      shape: { kind: 'value', name: 'database' },
      openDatabase: `${openDatabase}\nexport const database = openDatabase();\n`,
    },
    'for a default export': {
      shape: { name: 'default' },
      openDatabase: openDatabase.replace('export function', 'export default function'),
    },
    'for a promise of a database': {
      openDatabase: openDatabase
        .replace('export function', 'export async function')
        .replace('Database.Database {', 'Promise<Database.Database> {'),
    },
    'for ES5': {
      options: ts.convertCompilerOptionsFromJson({ target: 'ES5', lib: ['ES2022'], ignoreDeprecations: '6.0' }, '')
        .options,
    },
    'without strictness': { options: { strict: false, exactOptionalPropertyTypes: false } },
  };

  test.each(Object.entries(projects))('%s', (_, project) => {
    expect(
      buildExecutor(
        createProject({
          'package.json': JSON.stringify({ type: project.shape?.isCommonJs === true ? 'commonjs' : 'module' }),
        }),
        { ...project, emits: false },
      ),
    ).toEqual([]);
  });

  test('and says of wrong parameters what the driver says', () => {
    const folder = createProject({ 'package.json': '{ "type": "module" }' });
    const entry = `import { offload } from './database-executor.js';
import { openDatabase } from './open-database.js';
export const row: Promise<{ n: number } | undefined> = offload(openDatabase()).prepare<[string], { n: number }>('SELECT ?').get('a');
export const result: Promise<number> = offload(openDatabase()).prepare<[string]>('DELETE').run('a').then(({ changes }) => changes);
export const wrong = offload(openDatabase()).prepare<[string]>('SELECT ?').get(1);
`;
    writeFileSync(resolve(folder, 'main.ts'), entry);
    expect(
      buildExecutor(folder, {
        shape: { ...shape, driver: 'better-sqlite3' },
        openDatabase: better,
        entry: 'main.ts',
        emits: false,
      }),
    ).toEqual(["main.ts: Argument of type 'number' is not assignable to parameter of type 'string'."]);
  });
});
