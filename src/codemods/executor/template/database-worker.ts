/**
 * What runs in each thread of the pool in `database-executor`: it opens the database once, and runs one statement after the
 * other on it.
 *
 * Made by eslint-plugin-persistence, which does not touch it again.
 */
import { openDatabase } from './open-database.js';

/** What is needed of a connection, whatever the driver. */
export interface Connection {
  exec(sql: string): unknown;
  prepare(sql: string): unknown;
}

/** What is wanted of a statement, in the words of the driver. */
export type Method = 'run' | 'get' | 'all' | 'exec';

/** What a statement can be told about the form of its rows. */
export type Mode = 'pluck' | 'expand' | 'raw' | 'safeIntegers';

/** A statement as it goes to a worker. */
export interface Task {
  readonly sql: string;
  readonly method: Method;
  readonly modes: readonly (readonly [Mode, boolean])[];
  readonly parameters: readonly unknown[];
}

/** A task, and the connection that it is meant for. */
export interface AddressedTask extends Task {
  /** See {@link describeConnection}. */
  readonly connection: string;
}

/** An error in a form that crosses threads, where a class and all its own fields would be lost. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  /** The code and whatever else the driver says of it. */
  readonly fields: Readonly<Record<string, unknown>>;
}

export type Answer =
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** The task was meant for another database than the one that is open here. */
  | { readonly kind: 'elsewhere' };

/** What the pool calls for each task. */
export default async function answer({ connection, ...task }: AddressedTask): Promise<Answer> {
  try {
    const { database, description } = await connect();
    return description === connection ? { kind: 'done', result: execute(database, task) } : { kind: 'elsewhere' };
  } catch (error) {
    return { kind: 'failed', failure: toFailure(error) };
  }
}

/** Runs a statement on the thread of the caller. */
export function execute(database: Connection, { method, modes, parameters, sql }: Task): unknown {
  if (method === 'exec') {
    database.exec(sql);
    return undefined;
  }
  const statement = database.prepare(sql) as Statement;
  for (const [mode, toggle] of modes) statement[mode](toggle);
  return statement[method](...parameters);
}

/** The drivers type parameters and rows each in their own way; here they are whatever the caller gave. */
type Statement = Readonly<Record<Exclude<Method, 'exec'> | Mode, (...parameters: readonly unknown[]) => unknown>>;

/** What two connections must have in common to give the same answers: their files, and the settings that each has for itself. */
export function describeConnection(database: Connection): string {
  const settings = ['database_list', 'foreign_keys', 'recursive_triggers', 'ignore_check_constraints', 'query_only'];
  return JSON.stringify(settings.map(setting => readPragma(database, setting)));
}

interface Connected {
  readonly database: Connection;
  readonly description: string;
}

let connected: Promise<Connected> | undefined;

/** Opens the database at the first task; where that fails, again at the next. */
async function connect(): Promise<Connected> {
  connected ??= Promise.resolve(undefined).then(openDatabase).then(toConnected);
  try {
    return await connected;
  } catch (error) {
    connected = undefined;
    throw error;
  }
}

function toConnected(database: Connection): Connected {
  assertShared(database);
  return { database, description: describeConnection(database) };
}

/** Several threads share a database file only where readers do not wait for the writer, and the writer waits for its turn. */
function assertShared(database: Connection): void {
  const [mode = {}] = readPragma(database, 'journal_mode');
  if (mode['journal_mode'] !== 'wal') {
    throw new Error("The database is not in write-ahead mode, so threads would lock each other out. Run `PRAGMA journal_mode = WAL` in the function that opens it.");
  }
  const [wait = {}] = readPragma(database, 'busy_timeout');
  if (!(Number(wait['timeout']) > 0)) {
    throw new Error("The connection does not wait for a locked database. Run `PRAGMA busy_timeout = 5000` in the function that opens it.");
  }
}

function readPragma(database: Connection, name: string): readonly Readonly<Record<string, unknown>>[] {
  const statement = database.prepare(`PRAGMA ${name}`) as Statement;
  return statement.all() as readonly Readonly<Record<string, unknown>>[];
}

function toFailure(error: unknown): Failure {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), fields: {} };
  return { name: error.name, message: error.message, fields: Object.fromEntries(Object.entries(error)) };
}
