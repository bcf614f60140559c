import { resolve } from 'node:path';
import { describePrograms, type Stage } from '../hangs/describe-programs.js';
import { startProgram } from '../hangs/start-program.js';
import { root } from '../paths.js';
import type { DatabaseServer } from './database-server.js';

/**
 * Proves of the programs of `fixtures/servers/<name>` what hangs them, as the server itself says: in a pool of one they wait
 * for that connection, in one of ten for a lock.
 */
export function describeServer(name: string, startServer: () => Promise<DatabaseServer>): void {
  const packages = resolve(root, 'fixtures/servers');
  let server: DatabaseServer;
  let databases = 0;
  describePrograms({
    folder: resolve(packages, name),
    packages,
    concurrent: true,
    stages: [toStage(1, database => server.isIdle(database, 1)), toStage(10, database => server.isLocked(database))],
    open: async () => {
      server = await startServer();
    },
    close: () => server.stop(),
  });

  /** Each program has a database for itself. */
  function toStage(size: number, isStuckIn: (database: string) => Promise<boolean>): Stage {
    return { name: `with a pool of ${size}`, start };

    async function start(module: string): ReturnType<Stage['start']> {
      databases += 1;
      const database = `run_${databases}`;
      const url = await server.createDatabase(database);
      return {
        ...startProgram(module, { DATABASE_URL: url, POOL_SIZE: String(size) }),
        isStuck: () => isStuckIn(database),
      };
    }
  }
}
