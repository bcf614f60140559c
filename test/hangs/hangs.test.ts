import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { preparePrograms, type PreparedPrograms } from '../support/hangs/prepare-programs.js';
import { proveHang } from '../support/hangs/prove-hang.js';
import { linesOf, readMarks } from '../support/hangs/read-marks.js';
import { servePglite, type ServedDatabase } from '../support/hangs/serve-pglite.js';
import { startProgram, type RunningProgram } from '../support/hangs/start-program.js';
import { root } from '../support/paths.js';

/**
 * Programs that end, and drop calls. Awaiting some of these calls hangs the program: it waits for what it gives back only
 * later, a connection or a request. Each such `await` is made and seen to hang, and what `fix` makes is seen to end.
 */
const folder = resolve(root, 'fixtures/hangs');
let prepared: PreparedPrograms;
let database: ServedDatabase;

beforeAll(async () => {
  [database, prepared] = await Promise.all([servePglite(folder), preparePrograms(folder, folder)]);
});

afterAll(async () => {
  prepared.remove();
  await database.stop();
});

describe.each(readMarks(folder))('$name', program => {
  test('ends as it is', async () => {
    expect(await start(prepared.moduleOf(program.name, 'asItIs')).ended).toBe('done');
  });

  test.each(linesOf(program, 'hangs'))('hangs where line %i is awaited', async line => {
    const running = start(prepared.moduleAwaiting(program.name, line));
    await proveHang(running, running.isStuck);
  });

  test('is repaired where that hangs nothing, and ends', async () => {
    expect(prepared.linesOf(program.name, 'left')).toEqual(linesOf(program, 'hangs'));
    expect(prepared.linesOf(program.name, 'fixed')).toEqual(linesOf(program, 'awaited'));
    expect(await start(prepared.moduleOf(program.name, 'fixed')).ended).toBe('done');
  });
});

function start(module: string): RunningProgram {
  const running = startProgram(module, { DATABASE_URL: database.url });
  onTestFinished(running.stop);
  return running;
}
