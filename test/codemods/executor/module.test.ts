import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'libsql';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type * as Executor from '../../../src/codemods/executor/template/database-executor.js';
import { buildExecutor } from '../../support/executor/build-executor.js';
import { root } from '../../support/paths.js';

type Connection = Database.Database;
type Statement = Database.Statement;
/** What a statement looks like, on a connection and in a worker. */
type Prepare = (prepare: (sql: string) => Statement) => unknown;

let folder: string;
let executor: typeof Executor;
let database: Connection;
let count = 0;

beforeAll(async () => {
  mkdirSync(join(root, '.tmp'), { recursive: true });
  folder = mkdtempSync(join(root, '.tmp/executor-'));
  expect(buildExecutor(folder)).toEqual([]);
  process.env['DATABASE_FILE'] = join(folder, 'database.db');
  process.env['DATABASE_THREADS'] = '5';
  executor = (await import(pathToFileURL(resolve(folder, 'database-executor.js')).href)) as typeof Executor;
  database = open(join(folder, 'database.db'));
});
afterAll(async () => {
  await executor.closeExecutor();
  database.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});
beforeEach(() => {
  fill(database);
});

function open(file: string): Connection {
  const opened = new Database(file, { timeout: 5000 });
  opened.pragma('journal_mode = WAL');
  return opened;
}

function fill(connection: Connection): void {
  connection.exec(`
    DROP TABLE IF EXISTS notes;
    CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT UNIQUE, size, bytes BLOB, CHECK (text <> 'refused'));
    INSERT INTO notes (text, size, bytes) VALUES ('first', 1.5, x'0102'), ('second', NULL, NULL), ('third', 9007199254740993, x'');
  `);
}

describe('a statement gives in a worker what it gives on its connection', () => {
  const insert = 'INSERT INTO notes (text, size, bytes) VALUES (?, ?, ?)';
  const select = 'SELECT id, text, size, bytes FROM notes ORDER BY id';
  const statements: Readonly<Record<string, Prepare>> = {
    rows: prepare => prepare(select).all(),
    'no rows': prepare => prepare('SELECT * FROM notes WHERE id < 0').all(),
    'a row': prepare => prepare(select).get(),
    'no row': prepare => prepare('SELECT * FROM notes WHERE id < 0').get(),
    'the first column': prepare => prepare('SELECT text FROM notes').pluck().all(),
    'rows as arrays': prepare => prepare(select).raw().all(),
    'a row as an array': prepare => prepare(select).raw().get(),
    'a mode that is turned off again': prepare => prepare(select).raw().raw(false).all(),
    'big integers': prepare => prepare('SELECT size FROM notes WHERE id = 3').safeIntegers().get(),
    'a write': prepare => prepare(insert).run('fourth', 4, null),
    'a text': prepare => prepare('SELECT ? AS value').get("it's — 🧵"),
    'a number': prepare => prepare('SELECT ? AS value').get(-0.5),
    'a big integer': prepare =>
      prepare('SELECT ? AS value')
        .safeIntegers()
        .get(2n ** 53n),
    null: prepare => prepare('SELECT ? AS a, ? AS b').get(1, null),
    undefined: prepare => prepare('SELECT ? AS value').get(undefined),
    'a buffer': prepare =>
      prepare('SELECT ? AS value, length(?) AS size').get(Buffer.from([0, 255]), Buffer.from('abc')),
    'an array of bytes': prepare => prepare('SELECT ? AS a, ? AS b').get(1, new Uint8Array([1, 2, 3]).subarray(1)),
    'parameters in an array': prepare => prepare('SELECT ? AS a, ? AS b').get([1, 'two']),
    'named parameters': prepare => prepare('SELECT :a AS a, :b AS b, :c AS c').get({ a: 1, b: 'two', c: null }),
    'a row that a write gives': prepare => prepare('UPDATE notes SET size = 7 WHERE id = 1 RETURNING id, size').get(),
    'rows that a write gives': prepare => prepare('DELETE FROM notes WHERE id > 1 RETURNING text').all(),
    'SQL that is wrong': prepare => prepare('SELEC 1').get(),
    'a table that is missing': prepare => prepare('SELECT * FROM absent').all(),
    'a function that is missing': prepare => prepare('SELECT absent(1)').get(),
    'a duplicate': prepare => prepare('INSERT INTO notes (id, text) VALUES (1, ?)').run('fourth'),
    'a duplicate of another column': prepare => prepare(insert).run('first', 1, null),
    'a refusal': prepare => prepare(insert).run('refused', 1, null),
  };

  test.each(Object.entries(statements))('%s', async (_, statement) => {
    const direct = await outcomeOf(() => statement(sql => database.prepare(sql)));
    fill(database);
    // The same methods, whose results are promises.
    const inWorker = await outcomeOf(() =>
      statement(sql => executor.offload(database).prepare(sql) as unknown as Statement),
    );
    expect(inWorker).toEqual(direct);
  });

  test('several statements at once', async () => {
    const sql = "DELETE FROM notes; INSERT INTO notes (text) VALUES ('only')";
    expect(await outcomeOf(() => executor.offload(database).exec(sql))).toEqual({ kind: 'done', value: undefined });
    expect(database.prepare('SELECT text FROM notes').pluck().all()).toEqual(['only']);
  });
});

test('of several statements, none is done twice where one of them fails', async () => {
  await expect(
    executor.offload(database).exec('INSERT INTO notes (size) VALUES (1); DELETE FROM absent'),
  ).rejects.toThrow('no such table: absent');
  expect(await countNotes()).toBe(4);
});

test('whoever closes the executor waits for all that was asked for', async () => {
  const writes = Array.from({ length: 20 }, () =>
    executor.offload(database).prepare('INSERT INTO notes (size) VALUES (1)').run(),
  );
  await executor.closeExecutor();
  expect(database.prepare('SELECT count(*) FROM notes').pluck().all()).toEqual([23]);
  await Promise.all(writes);
});

/** What a statement gave or how it failed, without how long it took. */
async function outcomeOf(run: () => unknown): Promise<unknown> {
  try {
    return { kind: 'done', value: withoutTimes(await run()) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return {
      kind: 'failed',
      class: error.constructor,
      isOfDriver: error instanceof Database.SqliteError,
      name: error.name,
      message: error.message,
      fields: Object.fromEntries(Object.entries(error)),
    };
  }
}

function withoutTimes(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || Buffer.isBuffer(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'duration' && name !== '_metadata'));
}

test('while a statement runs in a worker, this thread does other things', async () => {
  const order: string[] = [];
  const slow = countTo(3_000_000).then(() => order.push('statement'));
  await new Promise(done => setTimeout(done, 5));
  order.push('timer');
  await slow;
  expect(order).toEqual(['timer', 'statement']);
});

test('statements that read run beside each other', async () => {
  const order: string[] = [];
  const slow = countTo(5_000_000).then(() => order.push('slow'));
  await executor.offload(database).prepare('SELECT 1').get();
  order.push('fast');
  await slow;
  expect(order).toEqual(['fast', 'slow']);
});

test('writes are done in the order in which they were asked for, and none is lost', async () => {
  const texts = Array.from({ length: 200 }, (_, index) => `note ${index}`);
  await Promise.all(
    texts.map(text => executor.offload(database).prepare('INSERT INTO notes (text) VALUES (?)').run(text)),
  );
  expect(database.prepare('SELECT text FROM notes WHERE id > 3 ORDER BY id').pluck().all()).toEqual(texts);
});

test('what was written is there for whoever reads next, in a worker and on the connection', async () => {
  for (let size = 0; size < 50; size += 1) {
    await executor.offload(database).prepare('UPDATE notes SET size = ? WHERE id = 1').run(size);
    expect(await executor.offload(database).prepare('SELECT size FROM notes WHERE id = 1').raw().get()).toEqual([size]);
    expect(database.prepare('SELECT size FROM notes WHERE id = 1').raw().get()).toEqual([size]);
  }
});

describe('a statement that means its connection runs on it', () => {
  test('while a transaction is open', async () => {
    database.exec('BEGIN');
    await executor.offload(database).prepare('DELETE FROM notes').run();
    database.exec('ROLLBACK');
    expect(await countNotes()).toBe(3);
  });

  test.each([
    ['BEGIN', 'COMMIT'],
    ['/* first */ BEGIN IMMEDIATE', 'END'],
    ['-- first\nSAVEPOINT here', 'RELEASE here'],
  ])('%s', async (begin, end) => {
    await executor.offload(database).exec(begin);
    expect(database.inTransaction).toBe(true);
    await executor.offload(database).exec(end);
    expect(database.inTransaction).toBe(false);
  });

  test('PRAGMA', async () => {
    await executor.offload(database).prepare('PRAGMA cache_size = 1234').all();
    expect(database.pragma('cache_size')).toEqual([{ cache_size: 1234 }]);
  });

  test('last_insert_rowid() and changes()', async () => {
    database.exec("INSERT INTO notes (id, text) VALUES (70, 'here')");
    await executor.offload(database).prepare("INSERT INTO notes (id, text) VALUES (80, 'there')").run();
    expect(await executor.offload(database).prepare('SELECT last_insert_rowid(), changes()').raw().get()).toEqual([
      70, 1,
    ]);
  });

  test('what is temporary', async () => {
    database.exec('CREATE TEMP TABLE scratch AS SELECT 42 AS answer');
    expect(await executor.offload(database).prepare('SELECT answer FROM scratch').raw().get()).toEqual([42]);
    database.exec('DROP TABLE scratch');
  });

  test('a database in memory', async () => {
    const memory = new Database(':memory:');
    memory.exec('CREATE TABLE notes (id); INSERT INTO notes VALUES (1), (2)');
    expect(await countNotes(memory)).toBe(2);
  });

  test('another file than the workers have', async () => {
    const other = open(join(folder, 'other.db'));
    other.exec('CREATE TABLE IF NOT EXISTS notes (id); INSERT INTO notes VALUES (1), (2)');
    expect(await countNotes(other)).toBe(2);
    await executor.offload(other).exec('DELETE FROM notes');
    expect(await countNotes(other)).toBe(0);
    expect(await countNotes()).toBe(3);
    other.close();
  });

  test('the same file, set up otherwise', async () => {
    const lenient = open(join(folder, 'database.db'));
    lenient.pragma('ignore_check_constraints = ON');
    await executor.offload(lenient).prepare("INSERT INTO notes (text) VALUES ('refused')").run();
    expect(await countNotes()).toBe(4);
    lenient.close();
  });

  test('a connection that is closed', async () => {
    const closed = open(join(folder, 'database.db'));
    closed.close();
    await expect(executor.offload(closed).prepare('SELECT 1').get()).rejects.toThrow(
      'The database connection is not open',
    );
  });
});

test.each([
  ['write-ahead mode', "database.pragma('journal_mode = DELETE')", /PRAGMA journal_mode = WAL/],
  ['a busy timeout', "database.pragma('busy_timeout = 0')", /PRAGMA busy_timeout = 5000/],
])('a database without %s is refused at the start', async (_, setUp, message) => {
  const project = join(folder, `refused-${(count += 1)}`);
  const opening = `import Database from 'libsql';
export function openDatabase(): Database.Database {
  const database = new Database('${project}/database.db', { timeout: 5000 });
  database.pragma('journal_mode = WAL');
  ${setUp};
  return database;
}
`;
  expect(buildExecutor(project, { openDatabase: opening })).toEqual([]);
  const other = (await import(pathToFileURL(resolve(project, 'database-executor.js')).href)) as typeof Executor;
  const connection = open(join(project, 'database.db'));
  connection.exec('SELECT 1');
  await expect(other.offload(connection).prepare('SELECT 1').get()).rejects.toThrow(message);
  await other.closeExecutor();
  connection.close();
});

function countTo(limit: number): Promise<unknown> {
  return executor
    .offload(database)
    .prepare(
      'WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers LIMIT ?) SELECT count(*) FROM numbers',
    )
    .get(limit);
}

async function countNotes(connection = database): Promise<unknown> {
  const row = await executor.offload(connection).prepare('SELECT count(*) FROM notes').raw().get();
  return (row as [number])[0];
}
