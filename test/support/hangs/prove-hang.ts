import { setTimeout as wait } from 'node:timers/promises';
import { patience } from '../patience.js';
import type { RunningProgram } from './start-program.js';

/** For how long nothing may move, and how often to look, in milliseconds. */
const still = 500;
const pause = 50;

/**
 * Waits until a program is stuck, and stays so: it waits for what only it could give back. Throws where it ends, or is never
 * stuck for long.
 */
export async function proveHang({ ended, isStuck }: RunningProgram): Promise<void> {
  let end: string | undefined;
  void ended.then(how => {
    end = how;
  });
  let since: number | undefined;
  for (const start = Date.now(); Date.now() - start < patience;) {
    await wait(pause);
    since = (await isStuck()) ? (since ?? Date.now()) : undefined;
    if (end !== undefined) throw new Error(`the program does not hang: ${end}`);
    if (since !== undefined && Date.now() - since >= still) return;
  }
  throw new Error('the program has not ended, and waits for nothing that it holds');
}
