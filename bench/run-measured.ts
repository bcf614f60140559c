import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What one run of a program cost. */
export interface Cost {
  /** User and system time of the process, in seconds. */
  readonly cpuSeconds: number;
  /** The largest resident set of the process, in megabytes of 1024 x 1024 bytes. */
  readonly peakMegabytes: number;
}

/** One run of a program: what it cost, and what it printed. */
export interface Run extends Cost {
  readonly out: string;
}

/** A Node program to measure: its script and arguments, and how it may exit. */
export interface Program {
  readonly name: string;
  readonly words: readonly string[];
  readonly exitCodes: readonly number[];
}

/** Runs a Node program in a process of its own. Throws when it exits in a way it should not. */
export function runMeasured({ exitCodes, name, words }: Program): Run {
  const folder = mkdtempSync(join(tmpdir(), 'persistence-bench-'));
  const target = join(folder, 'cost.json');
  try {
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      ['--max-old-space-size=8192', '--import', resolve(import.meta.dirname, 'measure.mjs'), ...words],
      { env: { ...process.env, MEASURE_TO: target }, encoding: 'utf8', maxBuffer: 2 ** 30 },
    );
    if (status === null || !exitCodes.includes(status))
      throw new Error(`${name} exited with ${status ?? 'a signal'}: ${stderr.slice(-2000)}`);
    return { ...(JSON.parse(readFileSync(target, 'utf8')) as Cost), out: stdout }; // measure.mjs writes nothing else
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs several programs in turn, A B C A B C, and gives the runs of each in their order. */
export function runInterleaved(programs: readonly Program[], runs: number): readonly (readonly Run[])[] {
  const rounds = Array.from({ length: runs }, () => programs.map(runMeasured));
  return programs.map((_, index) => rounds.flatMap(round => round.slice(index, index + 1)));
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('There is no median of nothing.');
  return middle;
}

/** The median of what some runs of a program took, in seconds. */
export function medianSeconds(runs: readonly Cost[]): number {
  return median(runs.map(({ cpuSeconds }) => cpuSeconds));
}

/** The median of the memory that some runs of a program had at most, in megabytes. */
export function medianPeak(runs: readonly Cost[]): number {
  return median(runs.map(({ peakMegabytes }) => peakMegabytes));
}

/** A number with two digits after the point. */
export function format(number: number): string {
  return number.toFixed(2);
}
