import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { schema, type DatabaseServer } from './database-server.js';
import { createServerHome, findFreePort, runServer, runToEnd } from './run-server.js';

/** Where MariaDB is not installed, this module cannot be loaded, and says so. */
const programs = { install: find('mariadb-install-db'), serve: find('mariadbd'), client: find('mariadb') };

/** Starts a MariaDB of its own, in a temporary folder. */
export async function startMariadb(): Promise<DatabaseServer> {
  const home = createServerHome('mysql');
  const port = await findFreePort();
  const data = join(home.folder, 'data');
  runToEnd(
    programs.install,
    ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db'],
    home,
  );
  const args = [
    '--no-defaults',
    `--datadir=${data}`,
    `--socket=${join(home.folder, 'socket')}`,
    '--bind-address=127.0.0.1',
    `--port=${port}`,
    '--innodb-flush-log-at-trx-commit=0',
  ];
  const { stop } = await runServer(
    programs.serve,
    args,
    home,
    async () => (await ask('select 1').catch(() => '')) === '1',
  );
  return { createDatabase, isIdle, isLocked, stop };

  async function ask(sql: string): Promise<string> {
    const { stdout } = await promisify(execFile)(programs.client, [
      '--no-defaults',
      '-BN',
      '-h',
      '127.0.0.1',
      '-P',
      String(port),
      '-u',
      'root',
      '-e',
      sql,
    ]);
    return stdout.trim();
  }

  async function createDatabase(name: string): Promise<string> {
    await ask(`create database ${name}; use ${name}; ${schema}`);
    return `mysql://root@127.0.0.1:${port}/${name}`;
  }

  async function isLocked(database: string): Promise<boolean> {
    const waiting = await ask(`
      select count(*) from information_schema.innodb_lock_waits waits
      join information_schema.innodb_trx holder on holder.trx_id = waits.blocking_trx_id
      join information_schema.processlist process on process.id = holder.trx_mysql_thread_id
      where process.db = '${database}' and process.command = 'Sleep'`);
    return Number(waiting) > 0;
  }

  async function isIdle(database: string, connections: number): Promise<boolean> {
    const counts = await ask(
      `select count(*), sum(command = 'Sleep') from information_schema.processlist where db = '${database}'`,
    );
    return counts === `${connections}\t${connections}`;
  }
}

function find(program: string): string {
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin'];
  const found = folders.map(folder => join(folder, program)).find(path => existsSync(path));
  if (found === undefined) throw new Error('MariaDB is not installed: apt-get install mariadb-server');
  return found;
}
