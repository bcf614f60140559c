import { Command, CommanderError } from 'commander';
import type { Report } from '../analysis/report.js';
import { run, type Run } from '../codemods/run.js';
import { UsageError } from '../codemods/usage-error.js';
import { packageInfo } from '../package-info.js';
import { renderDiff } from '../reporters/render-diff.js';
import { renderTotals } from '../reporters/render-totals.js';
import { addFixFlags, addOutputFlags, addScanFlags, toFixOptions, toScanOptions, type FixFlags, type ScanFlags } from './flags.js';
import { mergeReportFiles } from './merge-report-files.js';
import { printReport, type OutputFlags } from './print-report.js';
import type { Terminal } from './terminal.js';

/** What the process exits with. */
export type ExitCode = 0 | 1 | 2 | 3;

/**
 * Runs the command line. Exit codes: 0 nothing left to do, 1 findings left, 2 wrong usage or environment,
 * 3 every edit was rolled back, or an internal error.
 */
export async function runCli(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = new Command(packageInfo.name)
    .description('Finds database calls whose promise is lost, says what that loses, and repairs them.')
    .version(packageInfo.version)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.error });

  addScanFlags(program.command('scan').description('Report lost persistence calls.')).action(
    async (paths: readonly string[], flags: ScanFlags) => {
      code = await runScan(paths, flags, terminal);
    },
  );
  addFixFlags(program.command('fix').description('Repair lost persistence calls. Without --write nothing is changed on disk.')).action(
    async (paths: readonly string[], flags: FixFlags) => {
      code = await runFix(paths, flags, terminal);
    },
  );
  addOutputFlags(program.command('merge').description('Make one report of several that were written with --reporter json.'))
    .argument('<reports...>', 'JSON reports of runs in the same folder')
    .action(async (paths: readonly [string, ...string[]], flags: OutputFlags) => {
      code = await runMerge(paths, flags, terminal);
    });

  try {
    await program.parseAsync([...words], { from: 'user' });
    return code;
  } catch (error) {
    return toExitCode(error, terminal);
  }
}

async function runScan(paths: readonly string[], flags: ScanFlags, terminal: Terminal): Promise<ExitCode> {
  const { report } = await run('scan', toScanOptions(terminal.cwd, paths, flags));
  await printReport(report, flags, terminal);
  return exitCodeOf(report);
}

async function runFix(paths: readonly string[], flags: FixFlags, terminal: Terminal): Promise<ExitCode> {
  const finished = await run(flags.write === true ? 'write' : 'dryRun', toFixOptions(terminal.cwd, paths, flags));
  await printFix(finished, flags, terminal);
  return exitCodeOf(finished.report);
}

async function printFix({ changes, report }: Run, flags: FixFlags, terminal: Terminal): Promise<void> {
  if (flags.diff === true) {
    terminal.out(renderDiff(changes));
    terminal.error(renderTotals(report, terminal.display));
  } else {
    await printReport(report, flags, terminal);
  }
}

async function runMerge(paths: readonly [string, ...string[]], flags: OutputFlags, terminal: Terminal): Promise<ExitCode> {
  const report = await mergeReportFiles(paths, terminal.cwd);
  await printReport(report, flags, terminal);
  return exitCodeOf(report);
}

function exitCodeOf({ mode, summary }: Report): ExitCode {
  if (summary.rolledBack > 0 && summary.fixed === 0) return 3;
  const left = mode === 'write' ? summary.findings - summary.fixed - summary.optedOut : summary.findings - summary.optedOut;
  return left > 0 ? 1 : 0;
}

function toExitCode(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UsageError) {
    terminal.error(`${error.message}\n`);
    return 2;
  }
  terminal.error(`Internal error, nothing more was written. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 3;
}
