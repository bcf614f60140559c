import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync, cpSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fix, type FixOptions } from '../../../src/codemods/index.js';
import { openDatabase } from '../../support/executor/build-executor.js';
import { createSqliteProject, executor, moved, reasonsIn, repository } from '../../support/executor/sqlite-project.js';
import { root } from '../../support/paths.js';

/** What only some code elsewhere in the project makes wrong. */
describe('code of another file', () => {
  const write = "return this.db.prepare('INSERT INTO a VALUES (1)').run();";
  const call = "return this.db.prepare('SELECT slug(?)').get(id);";
  const others: Readonly<Record<string, readonly [body: string, other: string, reason: string, neighbor: string]>> = {
    'that asks what was written last': [
      write,
      "db.prepare('SELECT last_insert_rowid()').get()",
      'other.ts:2 reads what this connection wrote last',
      "return this.db.prepare('SELECT 1').get();",
    ],
    'that adds a function': [
      call,
      "db.function('slug', text => text)",
      '`slug` belongs to one connection, to which other.ts:2 adds it',
      "return this.db.prepare('SELECT 1').get();",
    ],
    'that adds a temporary table': [
      "return this.db.prepare('SELECT * FROM mine').get();",
      "db.exec('CREATE TEMP TABLE IF NOT EXISTS mine (n)')",
      '`mine` belongs to one connection',
      "return this.db.prepare('SELECT * FROM ours').get();",
    ],
    'that attaches a database': [
      "return this.db.prepare('SELECT * FROM old.a').get();",
      `db.exec("ATTACH 'old.db' AS old")`,
      '`old` belongs to one connection',
      "return this.db.prepare('SELECT * FROM a').get();",
    ],
  };

  test.each(Object.entries(others))('%s', async (_, [body, other, reason, neighbor]) => {
    const project = createSqliteProject({
      'src/a.ts': repository(body),
      'src/b.ts': repository(neighbor),
      'src/other.ts': `import Database from 'libsql';\nexport const other = (db: Database.Database): unknown => ${other};\n`,
    });
    const report = await fix({ cwd: project, executor });
    expect(reasonsIn(report, 'src/a.ts')).toEqual([expect.stringContaining(reason)]);
    expect(reasonsIn(report, 'src/b.ts')).toEqual([undefined]);
  });

  test('that changes what connections give', async () => {
    const setter =
      "import Database from 'libsql';\nexport const setUp = (db: Database.Database): unknown => db.defaultSafeIntegers();\n";
    const report = await fix({
      cwd: createSqliteProject({ 'src/a.ts': repository(write), 'src/set-up.ts': setter }),
      executor,
    });
    expect(reasonsIn(report, 'src/a.ts')).toEqual([
      'set-up.ts:2 configures a connection, which the workers do not see',
    ]);
  });

  test('that reads, and is called before a write', async () => {
    const reads = `import Database from 'libsql';
export async function countNotes(db: Database.Database): Promise<number> {
  return db.prepare('SELECT 1').all().length;
}
`;
    const writes = `import Database from 'libsql';
import { countNotes } from './reads.js';
export async function addNote(db: Database.Database): Promise<void> {
  const count = await countNotes(db);
  db.prepare('INSERT INTO a VALUES (?)').run(count);
}
`;
    const project = createSqliteProject({ 'src/reads.ts': reads, 'src/writes.ts': writes });
    const first = await fix({ cwd: project, executor, write: true });
    expect(reasonsIn(first, 'src/writes.ts')).toEqual([expect.stringContaining('reads before it writes')]);
    expect(readFileSync(resolve(project, 'src/reads.ts'), 'utf8')).toContain('(await offload(db)');

    const second = await fix({ cwd: project, executor, write: true });
    expect(reasonsIn(second, 'src/writes.ts')).toEqual([expect.stringContaining('reads before it writes')]);
    expect(readFileSync(resolve(project, 'src/writes.ts'), 'utf8')).toBe(writes);
  });
});

test('with `unsafe`, a read and then a write are moved too', async () => {
  const project = createSqliteProject({
    'src/a.ts': repository(
      "const n = this.db.prepare('SELECT 1').get(); return this.db.prepare('UPDATE a SET n = ?').run(n);",
    ),
  });
  expect((await fix({ cwd: project, executor, unsafe: true })).summary).toMatchObject({ findings: 2, fixable: 2 });
});

test('a file with another meaning of the name stays, and so does what opens the database', async () => {
  const body = "return this.db.prepare('SELECT 1').get();";
  const opening = `${openDatabase}\nexport async function vacuum(db: Database.Database): Promise<unknown> { return db.prepare('SELECT 1').get(); }\n`;
  const project = createSqliteProject({
    'src/open-database.ts': opening,
    'src/a.ts': `const offload = 1;\n${repository(body)}void offload;\n`,
  });
  const report = await fix({ cwd: project, executor });
  expect(['src/a.ts', 'src/open-database.ts'].flatMap(path => reasonsIn(report, path))).toEqual([
    'the name `offload` has another meaning in this file',
    'the workers load this file to open the database',
  ]);
});

test('a second run changes nothing, and the files that were made stay as their owner leaves them', async () => {
  const project = createSqliteProject({ 'src/a.ts': repository("return this.db.prepare('SELECT 1').get();") });
  await fix({ cwd: project, executor, write: true });
  const made = resolve(project, 'src/database-executor.ts');
  writeFileSync(made, `${readFileSync(made, 'utf8')}// mine\n`);
  const before = textsOf(project);

  const report = await fix({ cwd: project, executor, write: true });
  expect(report.summary).toMatchObject({ findings: 0 });
  expect(textsOf(project)).toEqual(before);

  writeFileSync(resolve(project, 'src/b.ts'), repository("return this.db.prepare('SELECT 2').get();"));
  await fix({ cwd: project, executor, write: true });
  expect(textsOf(project)).toEqual({
    ...before,
    'b.ts': moved("return await offload(this.db).prepare('SELECT 2').get();"),
  });
});

test('a dry run makes no file', async () => {
  const project = createSqliteProject({ 'src/a.ts': repository("return this.db.prepare('SELECT 1').get();") });
  const before = textsOf(project);
  expect((await fix({ cwd: project, executor })).summary).toMatchObject({ fixable: 1 });
  expect(textsOf(project)).toEqual(before);
});

test('what no longer type-checks is taken back, and the rest stays', async () => {
  const project = createSqliteProject({
    'src/database-executor.ts': `export function offload(connection: { exec: unknown }): { exec(sql: string): Promise<void>; prepare(sql: 'SELECT 1'): { get(): Promise<unknown> } } {
  throw new Error(String(connection));
}
`,
    'src/database-worker.ts': 'export default 1;\n',
    'src/a.ts': repository("return this.db.prepare('SELECT 1').get();"),
    'src/b.ts': repository("return this.db.prepare('SELECT 2').get();"),
  });
  const { files, summary } = await fix({ cwd: project, executor, write: true });
  expect(summary).toMatchObject({ findings: 2, fixed: 1, rolledBack: 1 });
  expect(files[1]?.findings[0]?.reason).toMatch(/^the edited file no longer type-checks: TS2345: .*'"SELECT 2"'/);
  expect(readFileSync(resolve(project, 'src/b.ts'), 'utf8')).toBe(
    repository("return this.db.prepare('SELECT 2').get();"),
  );
});

describe('a project where no worker could run is refused before anything is written', () => {
  const body = repository("return this.db.prepare('SELECT 1').get();");
  const cases: Readonly<
    Record<string, readonly [files: Readonly<Record<string, string>>, options: FixOptions, message: RegExp]>
  > = {
    'without the name of an export': [
      {},
      { executor: { database: 'src/open-database.ts' } },
      /name the file and the export that opens the database, for example src\/open-database\.ts#openDatabase/,
    ],
    'without such an export': [
      {},
      { executor: { database: 'src/open-database.ts#open' } },
      /open-database\.ts: does not export `open`/,
    ],
    'without write-ahead mode': [
      { 'src/open-database.ts': openDatabase.replace(/.*journal_mode.*\n/, '') },
      { executor },
      /threads can share a database only after `PRAGMA journal_mode = WAL`/,
    ],
    'without a busy timeout': [
      { 'src/open-database.ts': openDatabase.replace(', { timeout: 5000 }', '') },
      { executor },
      /threads can share a database only after `PRAGMA busy_timeout = 5000`/,
    ],
    'with an opening that needs arguments': [
      { 'src/open-database.ts': openDatabase.replace('openDatabase()', 'openDatabase(file: string)') },
      { executor },
      /must take no arguments.*It is a function that needs arguments/,
    ],
    'with an opening of something else': [
      { 'src/open-database.ts': `${openDatabase}export const port = 3000;\n` },
      { executor: { database: 'src/open-database.ts#port' } },
      /It is `3000`/,
    ],
    'with a file in the way': [
      { 'src/database-executor.ts': 'export const mine = 1;\n' },
      { executor },
      /database-executor\.ts: already exists and is not an executor/,
    ],
  };

  test.each(Object.entries(cases))('%s', async (_, [files, options, message]) => {
    const project = createSqliteProject({ 'src/a.ts': body, ...files });
    const before = textsOf(project);
    await expect(fix({ cwd: project, write: true, ...options })).rejects.toThrow(message);
    expect(textsOf(project)).toEqual(before);
  });
});

test('a project without Piscina is refused, with what to install', async () => {
  const inside = createSqliteProject({ 'src/a.ts': repository("return this.db.prepare('SELECT 1').get();") });
  const outside = mkdtempSync(join(tmpdir(), 'executor-'));
  onTestFinished(() => {
    rmSync(outside, { recursive: true, force: true });
  });
  cpSync(inside, outside, { recursive: true });
  mkdirSync(join(outside, 'node_modules/@types'), { recursive: true });
  for (const name of ['libsql', '@types/node'])
    symlinkSync(join(root, 'node_modules', name), join(outside, 'node_modules', name));
  await expect(fix({ cwd: outside, executor, write: true })).rejects.toThrow(
    /requires Piscina, which is not installed here: npm install piscina$/,
  );
});

function textsOf(project: string): Readonly<Record<string, string>> {
  const folder = resolve(project, 'src');
  return Object.fromEntries(readdirSync(folder).map(name => [name, readFileSync(resolve(folder, name), 'utf8')]));
}
