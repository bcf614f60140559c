import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { preparePrograms, type PreparedPrograms } from '../hangs/prepare-programs.js';
import { proveHang } from '../hangs/prove-hang.js';
import { linesOf, readMarks } from '../hangs/read-marks.js';
import { startProgram, type RunningProgram } from '../hangs/start-program.js';
import { root } from '../paths.js';
import type { DatabaseServer } from './database-server.js';

/** How the connections of a pool run out: there is only one, or there are more, and another one waits for a lock of the first. */
const pools = [
  { size: 1, waitsFor: 'the only connection' },
  { size: 10, waitsFor: 'a lock' },
] as const;

const forms = [
  ['as it is', 'asItIs'],
  ['as `fix` leaves it', 'fixed'],
] as const;

/** A program that runs, and the database that it has for itself. */
interface Run {
  readonly program: RunningProgram;
  readonly database: string;
}

/**
 * Proves for the programs of `fixtures/servers/<name>`, which take a connection or begin a transaction, that they end; that
 * they hang once certain calls are awaited, as the server itself says; and that they end as `fix` leaves them.
 */
export function describeServer(name: string, startServer: () => Promise<DatabaseServer>): void {
  const packages = resolve(root, 'fixtures/servers');
  const folder = resolve(packages, name);
  let server: DatabaseServer;
  let prepared: PreparedPrograms;
  let databases = 0;

  beforeAll(async () => {
    server = await startServer();
    prepared = await preparePrograms(folder, packages);
  });

  afterAll(async () => {
    prepared.remove();
    await server.stop();
  });

  describe.concurrent.each(readMarks(folder))('$name', program => {
    test('is repaired where that hangs nothing', () => {
      expect(prepared.linesOf(program.name, 'left')).toEqual(linesOf(program, 'hangs'));
      expect(prepared.linesOf(program.name, 'fixed')).toEqual(linesOf(program, 'awaited'));
    });

    describe.each(pools)('with a pool of $size', ({ size, waitsFor }) => {
      test.each(forms)('ends %s', async (_, form) => {
        const run = await start(prepared.moduleOf(program.name, form), size);
        expect(await run.program.ended.finally(run.program.stop)).toBe('done');
      });

      test.each(linesOf(program, 'hangs'))(`waits for ${waitsFor} where line %i is awaited`, async line => {
        const run = await start(prepared.moduleAwaiting(program.name, line), size);
        const isStuck = (): Promise<boolean> => (size === 1 ? server.isIdle(run.database, size) : server.isLocked(run.database));
        await proveHang(run.program, isStuck).finally(run.program.stop);
      });
    });
  });

  async function start(module: string, size: number): Promise<Run> {
    databases += 1;
    const database = `run_${databases}`;
    const url = await server.createDatabase(database);
    return { program: startProgram(module, { DATABASE_URL: url, POOL_SIZE: String(size) }), database };
  }
}
