import { run } from '../codemods/run.js';
import { compareWithBaseline, openBaseline } from './compare-with-baseline.js';
import { endRun } from './end-run.js';
import type { ExitCode } from './exit-code.js';
import { toScanOptions, type OwnScanFlags } from './flags.js';
import { printReports } from './print-reports.js';
import { resolveTargets } from './resolve-targets.js';
import type { Terminal } from './terminal.js';
import { watchRun } from './watch-run.js';

/** Judges and reports. */
export async function runScan(paths: readonly string[], flags: OwnScanFlags, terminal: Terminal): Promise<ExitCode> {
  const targets = resolveTargets(flags, terminal.cwd);
  const opened = await openBaseline(flags, terminal.cwd);
  const options = await toScanOptions(terminal.cwd, paths, flags);
  const { judged, report: found } = await watchRun(flags, terminal, watching =>
    run('scan', { ...options, ...watching }),
  );
  const report = opened ? await compareWithBaseline({ report: found, judged }, opened, flags, terminal) : found;
  await printReports(report, { ...flags, targets }, terminal);
  return endRun(report, flags, terminal);
}
