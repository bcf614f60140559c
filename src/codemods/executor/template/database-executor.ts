/**
 * Runs SQL in worker threads, so that a statement that takes its time holds up nothing else in this process:
 *
 *     const post = await offload(database).prepare('SELECT * FROM posts WHERE id = ?').get(id);
 *
 * `database` is the connection that the code has anyway. A statement that needs that very connection runs on it, as it
 * always did: while a transaction is open on it, where it is in memory or not the file that the workers open, and where
 * the statement is about the connection itself, as `BEGIN`, `PRAGMA` and `last_insert_rowid()` are.
 *
 * Statements that change data run one after the other, in the order in which they were asked for. Statements that read
 * run beside them and each other, and see all that was written when they begin.
 *
 * Made by eslint-plugin-persistence, which does not touch it again.
 */
import { Piscina } from 'piscina';
import Database from 'libsql';
import { describeConnection, execute, type AddressedTask, type Answer, type Failure, type Method, type Mode, type Task } from './database-worker.js';

/** Whether a test runner compiles this file, which it does where no other thread can load it. */
const isInTestRunner = import.meta.url.endsWith('ts') && (process.env['VITEST'] !== undefined || process.env['JEST_WORKER_ID'] !== undefined);

/** How many threads there are: one that writes, the others read. Without any, every statement runs on the thread of its caller. */
const threads = Number(process.env['DATABASE_THREADS'] ?? (isInTestRunner ? 0 : 5));

/** Gives the statements of a connection in a form that runs them in workers. */
export function offload(connection: Database.Database): OffloadedDatabase {
  return new OffloadedDatabase(connection);
}

/** Waits for the statements that are running, and ends the threads. A process that has nothing left to do does it by itself. */
export async function closeExecutor(): Promise<void> {
  await lastWrite;
  const pools = [writer, readers];
  writer = readers = undefined;
  for (const pool of pools) await pool?.close();
}

export class OffloadedDatabase {
  private readonly connection: Database.Database;

  constructor(connection: Database.Database) {
    this.connection = connection;
  }

  prepare<BindParameters extends unknown[] | object = unknown[], Row = unknown>(
    sql: string,
  ): OffloadedStatement<BindParameters extends unknown[] ? BindParameters : [BindParameters], Row> {
    return new OffloadedStatement(this.connection, sql);
  }

  async exec(sql: string): Promise<void> {
    await runTask(this.connection, { sql, method: 'exec', modes: [], parameters: [] });
  }
}

export class OffloadedStatement<BindParameters extends unknown[], Row> {
  private readonly connection: Database.Database;
  private readonly sql: string;
  private readonly modes: [Mode, boolean][] = [];

  constructor(connection: Database.Database, sql: string) {
    this.connection = connection;
    this.sql = sql;
  }

  async run(...parameters: BindParameters): Promise<Database.RunResult> {
    return (await this.execute('run', parameters)) as Database.RunResult;
  }

  async get(...parameters: BindParameters): Promise<Row | undefined> {
    return (await this.execute('get', parameters)) as Row | undefined;
  }

  async all(...parameters: BindParameters): Promise<Row[]> {
    return (await this.execute('all', parameters)) as Row[];
  }

  // not node:sqlite
  pluck(toggle = true): this {
    return this.setMode('pluck', toggle);
  }

  expand(toggle = true): this {
    return this.setMode('expand', toggle);
  }

  raw(toggle = true): this {
    return this.setMode('raw', toggle);
  }

  safeIntegers(toggle = true): this {
    return this.setMode('safeIntegers', toggle);
  }

  private setMode(mode: Mode, toggle: boolean): this {
    this.modes.push([mode, toggle]);
    return this;
  }

  // end
  private async execute(method: Method, parameters: readonly unknown[]): Promise<unknown> {
    return await runTask(this.connection, { sql: this.sql, method, modes: this.modes, parameters });
  }
}

/** Runs a statement in a worker, or where it belongs. */
async function runTask(connection: Database.Database, task: Task): Promise<unknown> {
  if (threads === 0 || isBoundTo(connection, task.sql)) return execute(connection, task);
  const addressed: AddressedTask = { ...task, connection: describe(connection) };
  const answer = await (isRead(task.sql) ? read(addressed) : write(addressed));
  switch (answer.kind) {
    case 'done':
      return withBuffers(answer.result);
    case 'failed':
      if (task.method !== 'exec' && isMissing.test(answer.failure.message)) return execute(connection, task);
      throw toError(answer.failure);
    case 'elsewhere':
      descriptions.set(connection, isElsewhere);
      return execute(connection, task);
  }
}

/** Whether a statement must run on the connection it was written for. */
function isBoundTo(connection: Database.Database, sql: string): boolean {
  if (!connection.open || connection.inTransaction || concernsConnection.test(sql)) return true;
  const description = describe(connection);
  return description === isElsewhere || description.includes('"name":"main","file":""');
}

/** Statements that open or end a transaction or set up the connection, and functions that ask for what it did last. */
const concernsConnection =
  /(?:^|;)(?:\s|--.*|\/\*[^]*?\*\/)*(?:begin|commit|end|rollback|savepoint|release|pragma|attach|detach|vacuum|create\s+temp(?:orary)?)\b|\b(?:temp\s*\.|last_insert_rowid\s*\(|(?:total_)?changes\s*\()/i;

/** What a connection may have that the workers do not: a function of the program, a temporary table. One statement without it has done nothing yet; of several, the first may be done. */
const isMissing = /^no such (?:function|module|collation|table)/;

/** Whether a statement surely changes nothing. */
function isRead(sql: string): boolean {
  return /^(?:\s|--.*|\/\*[^]*?\*\/)*(?:select|values|with|explain)\b/i.test(sql) && !/\b(?:insert|update|delete|replace)\b/i.test(sql);
}

/** What each connection is; asked once, since that takes statements of its own. */
const descriptions = new WeakMap<Database.Database, string>();

/** The description of a connection that the workers do not have. */
const isElsewhere = 'elsewhere';

function describe(connection: Database.Database): string {
  const description = descriptions.get(connection) ?? describeConnection(connection);
  descriptions.set(connection, description);
  return description;
}

let writer: Piscina | undefined;
let readers: Piscina | undefined;
let lastWrite: Promise<unknown> = Promise.resolve();

async function read(task: AddressedTask): Promise<Answer> {
  return (await getReaders().run(task)) as Answer;
}

/** Runs a task when all that were asked for before are done: a pool does not promise to keep their order. */
async function write(task: AddressedTask): Promise<Answer> {
  const answer = lastWrite.then(async () => (await getWriter().run(task)) as Answer);
  lastWrite = answer.catch(() => undefined);
  return await answer;
}

function getWriter(): Piscina {
  return (writer ??= createPool(1));
}

function getReaders(): Piscina {
  return threads > 1 ? (readers ??= createPool(threads - 1)) : getWriter();
}

function createPool(size: number): Piscina {
  return new Piscina({ filename: findWorker(), minThreads: size, maxThreads: size });
}

/** The worker lies beside this file and ends as it does: in `.ts` where a loader compiles TypeScript on the fly, in `.js` once it is compiled. */
function findWorker(): string {
  const self = import.meta.url;
  const worker = self.replace(/database-executor(\.\w+)$/, 'database-worker$1');
  if (worker === self) throw new Error(`There is no database-worker beside ${self}. If a bundler combines the files, let it build the worker as a second one.`);
  return worker;
}

process.on('beforeExit', () => void closeExecutor());

// not node:sqlite
/** Makes buffers, which the driver gives, of the plain arrays of bytes that arrive from a worker. */
function withBuffers(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  if (isRecord(value)) {
    for (const [name, field] of Object.entries(value)) {
      if (typeof field === 'object') value[name] = withBuffers(field);
    }
  }
  return value;
}

/** Whether a value is a row, or an array of them. */
function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof ArrayBuffer);
}

// end
/** An error as the driver would have thrown it here. */
function toError(failure: Failure): Error {
  const error = createError(failure);
  if (error.name !== failure.name) error.name = failure.name;
  return Object.assign(error, failure.fields);
}

function createError(failure: Failure): Error {
  switch (failure.name) {
    // not node:sqlite
    case 'SqliteError':
      return new Database.SqliteError(failure.message, String(failure.fields['code']));
    // end
    case 'RangeError':
      return new RangeError(failure.message);
    case 'TypeError':
      return new TypeError(failure.message);
    default:
      return new Error(failure.message);
  }
}
