import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A folder for a server's files, and whom its programs run as: servers refuse to run as root. */
export interface ServerHome {
  readonly folder: string;
  /** Undefined where the tests do not run as root, so that the server may run as they do. */
  readonly owner: { readonly uid: number; readonly gid: number } | undefined;
}

/** Creates a folder that belongs to the user `name` where the tests run as root. */
export function createServerHome(name: string): ServerHome {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  if (process.getuid?.() !== 0) return { folder, owner: undefined };
  const owner = { uid: idOf(name, '-u'), gid: idOf(name, '-g') };
  chownSync(folder, owner.uid, owner.gid);
  return { folder, owner };
}

function idOf(user: string, which: '-g' | '-u'): number {
  return Number(execFileSync('id', [which, user], { encoding: 'utf8' }));
}

/** Runs a program of a server to its end. */
export function runToEnd(command: string, args: readonly string[], { folder, owner }: ServerHome): void {
  execFileSync(command, args, { cwd: folder, ...owner, stdio: ['ignore', 'ignore', 'pipe'] });
}

/** A server that runs, and how to end it with its files. */
export interface RunningServer {
  readonly stop: () => Promise<void>;
}

/** Starts a server and waits until it answers. Throws with what it printed where it ends before. */
export async function runServer(
  command: string,
  args: readonly string[],
  home: ServerHome,
  answers: () => Promise<boolean>,
): Promise<RunningServer> {
  const child = spawn(command, args, { cwd: home.folder, ...home.owner, stdio: ['ignore', 'ignore', 'pipe'] });
  let printed = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const closed = once(child, 'close');
  while (!(await answers())) {
    if (hasEnded(child)) throw new Error(`${command} ended:\n${printed}`);
    await wait(50);
  }
  return { stop };

  async function stop(): Promise<void> {
    child.kill('SIGKILL');
    await closed;
    rmSync(home.folder, { recursive: true, force: true });
  }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** A port of the loopback interface that nobody listens on. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('the loopback interface has no port');
  return address.port;
}
