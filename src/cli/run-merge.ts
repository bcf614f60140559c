import { compareWithBaseline, openBaseline } from './compare-with-baseline.js';
import { endRun } from './end-run.js';
import type { ExitCode } from './exit-code.js';
import type { MergeFlags } from './flags.js';
import { mergeReportFiles } from './merge-report-files.js';
import { printReports } from './print-reports.js';
import { resolveTargets } from './resolve-targets.js';
import type { Terminal } from './terminal.js';

/** Makes one report of several, and exits as the run would have that made it. */
export async function runMerge(
  paths: readonly [string, ...string[]],
  flags: MergeFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const targets = resolveTargets(flags, terminal.cwd);
  const opened = await openBaseline(flags, terminal.cwd);
  const merged = await mergeReportFiles(paths, terminal.cwd);
  const report = opened
    ? await compareWithBaseline({ report: merged, judged: undefined }, opened, flags, terminal)
    : merged;
  await printReports(report, { ...flags, targets }, terminal);
  return endRun(report, flags, terminal);
}
