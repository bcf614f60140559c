import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { preparePrograms, type PreparedPrograms } from './prepare-programs.js';
import { proveHang } from './prove-hang.js';
import { linesOf, readMarks } from './read-marks.js';
import type { RunningProgram } from './start-program.js';

/** Programs that end and drop calls, and where they run. */
export interface Proof {
  /** The folder of the programs, and the one with their packages. */
  readonly folder: string;
  readonly packages: string;
  readonly stages: readonly Stage[];
  /** Whether the programs may run at the same time. */
  readonly concurrent: boolean;
  /** Starts what the programs need, and ends it. */
  readonly open: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** One of the ways in which each program is run. */
export interface Stage {
  readonly name: string;
  /** Starts a compiled module. */
  readonly start: (module: string) => Promise<RunningProgram>;
}

const forms = [
  ['as it is', 'asItIs'],
  ['as `fix` leaves it', 'fixed'],
] as const;

/**
 * Proves of each program that it ends; that it never does with one of the edits that are held back, since it waits for what it
 * gives back only later; and that it ends as `fix` leaves it, which awaits all calls that hang nothing.
 */
export function describePrograms({ close, concurrent, folder, open, packages, stages }: Proof): void {
  let prepared: PreparedPrograms;

  beforeAll(async () => {
    [prepared] = await Promise.all([preparePrograms(folder, packages), open()]);
  });

  afterAll(async () => {
    prepared.remove();
    await close();
  });

  describe.each(readMarks(folder))('$name', { concurrent }, program => {
    test('is repaired where that hangs nothing', () => {
      expect(prepared.linesOf(program.name, 'left')).toEqual(linesOf(program, 'hangs'));
      expect(prepared.linesOf(program.name, 'fixed')).toEqual(linesOf(program, 'awaited'));
    });

    describe.each(stages)('$name', ({ start }) => {
      test.each(forms)('ends %s', async (_, form) => {
        const running = await start(prepared.moduleOf(program.name, form));
        expect(await running.ended.finally(running.stop)).toBe('done');
      });

      test.each(linesOf(program, 'hangs'))('hangs where line %i is awaited', async line => {
        const running = await start(prepared.moduleAwaiting(program.name, line));
        await proveHang(running).finally(running.stop);
      });
    });
  });
}
