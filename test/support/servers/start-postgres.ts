import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { globSync } from 'tinyglobby';
import { schema, type DatabaseServer } from './database-server.js';
import { createServerHome, findFreePort, runServer, runToEnd } from './run-server.js';

const user = 'postgres';

/** Where PostgreSQL is not installed, this module cannot be loaded, and says so. */
const programs = findPrograms();

/** Starts a PostgreSQL of its own, in a temporary folder. */
export async function startPostgres(): Promise<DatabaseServer> {
  const home = createServerHome(user);
  const port = await findFreePort();
  const data = join(home.folder, 'data');
  runToEnd(
    join(programs, 'initdb'),
    ['--pgdata', data, '--username', user, '--auth', 'trust', '--no-sync', '--encoding', 'UTF8'],
    home,
  );
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    fsync: 'off',
    max_connections: 200,
  };
  const args = ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const { stop } = await runServer(
    join(programs, 'postgres'),
    args,
    home,
    async () => (await ask('select 1').catch(() => '')) === '1',
  );
  await ask('create database proof template template0');
  await ask(schema, 'proof');
  return { createDatabase, isIdle, isLocked, stop };

  async function ask(sql: string, database = user): Promise<string> {
    const { stdout } = await promisify(execFile)(join(programs, 'psql'), [
      '-XqAt',
      '-h',
      '127.0.0.1',
      '-p',
      String(port),
      '-U',
      user,
      '-d',
      database,
      '-c',
      sql,
    ]);
    return stdout.trim();
  }

  async function createDatabase(name: string): Promise<string> {
    await ask(`create database ${name} template proof`);
    return `postgres://${user}@127.0.0.1:${port}/${name}`;
  }

  async function isLocked(database: string): Promise<boolean> {
    const waiting = await ask(`
      select count(*) from pg_stat_activity waiter join pg_stat_activity holder on holder.pid = any (pg_blocking_pids(waiter.pid))
      where waiter.datname = '${database}' and waiter.wait_event_type = 'Lock'
        and holder.datname = '${database}' and holder.state = 'idle in transaction' and holder.wait_event = 'ClientRead'`);
    return Number(waiting) > 0;
  }

  async function isIdle(database: string, connections: number): Promise<boolean> {
    const idle = await ask(`
      select count(*) from pg_stat_activity
      where datname = '${database}' having count(*) = ${connections} and bool_and(state like 'idle%' and wait_event = 'ClientRead')`);
    return Number(idle) > 0;
  }
}

/** The folder of the server's programs, which Debian and its kin keep out of the path. */
function findPrograms(): string {
  const folders = [
    ...globSync('/usr/lib/postgresql/*/bin', { onlyDirectories: true, absolute: true }),
    ...(process.env['PATH'] ?? '').split(':'),
  ];
  const found = folders.find(folder => existsSync(join(folder, 'initdb')));
  if (found === undefined) throw new Error('PostgreSQL is not installed: apt-get install postgresql');
  return found;
}
