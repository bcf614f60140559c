import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { resolve } from 'node:path';

/** A database server of a test. */
export interface ServedDatabase {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts a PostgreSQL in memory, in a process of its own. `packages` is the folder that has it. */
export async function servePglite(packages: string): Promise<ServedDatabase> {
  // It is used for seconds, for which optimizing its code does not pay.
  const child = spawn(process.execPath, ['--liftoff-only', resolve(packages, 'serve-pglite.mjs')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  const [address] = await Promise.race([once(createInterface(child.stdout), 'line'), closed.then(() => [undefined])]);
  if (typeof address !== 'string') throw new Error(`${packages}/serve-pglite.mjs ended before it served anything`);
  return {
    url: `postgres://postgres@${address}/postgres`,
    stop: async () => {
      child.kill();
      await closed;
    },
  };
}
