import { run } from '../codemods/run.js';
import { assertCanBeWritten } from './assert-can-be-written.js';
import { endRun } from './end-run.js';
import type { ExitCode } from './exit-code.js';
import { toScanOptions, type ScanFlags } from './flags.js';
import { printReport } from './print-report.js';
import type { Terminal } from './terminal.js';
import { watchRun } from './watch-run.js';

/** Judges and reports. */
export async function runScan(paths: readonly string[], flags: ScanFlags, terminal: Terminal): Promise<ExitCode> {
  assertCanBeWritten(flags.output, 'report', terminal.cwd);
  const options = await toScanOptions(terminal.cwd, paths, flags);
  const { report } = await watchRun(flags, terminal, watching => run('scan', { ...options, ...watching }));
  await printReport(report, flags, terminal);
  return endRun(report, flags, terminal);
}
