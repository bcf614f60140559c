import { endRun } from './end-run.js';
import type { ExitCode } from './exit-code.js';
import type { ReportFlags } from './flags.js';
import { mergeReportFiles } from './merge-report-files.js';
import { printReports } from './print-reports.js';
import { resolveTargets } from './resolve-targets.js';
import type { Terminal } from './terminal.js';

/** Makes one report of several, and exits as the run would have that made it. */
export async function runMerge(
  paths: readonly [string, ...string[]],
  flags: ReportFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const targets = resolveTargets(flags, terminal.cwd);
  const report = await mergeReportFiles(paths, terminal.cwd);
  await printReports(report, { ...flags, targets }, terminal);
  return endRun(report, flags, terminal);
}
