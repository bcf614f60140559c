/** A real database server that a test has started for itself, on the loopback interface. */
export interface DatabaseServer {
  /** Creates a database with the posts 1 and 2, and gives its address. */
  readonly createDatabase: (name: string) => Promise<string>;
  /** Whether a statement waits for a lock of a transaction of the same database, for which in turn no statement runs: only its program can end it. */
  readonly isLocked: (database: string) => Promise<boolean>;
  /** Whether the program of a database has that many connections, and no statement runs on any: the server waits for the program. */
  readonly isIdle: (database: string, connections: number) => Promise<boolean>;
  readonly stop: () => Promise<void>;
}

/** What every database of a proof begins with; both servers take it. */
export const schema =
  "create table posts (id int primary key, title varchar(99)); insert into posts values (1, 'first'), (2, 'second');";
