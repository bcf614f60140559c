import { Command, CommanderError, Option } from 'commander';
import type { Mode, Report } from '../analysis/report.js';
import type { PresetName } from '../analysis/rule-options.js';
import { run } from '../codemods/run.js';
import { UsageError } from '../codemods/usage-error.js';
import { packageInfo } from '../package-info.js';
import { renderDiff } from '../reporters/render-diff.js';
import { renderTotals } from '../reporters/render-totals.js';
import { mergeReportFiles } from './merge-report-files.js';
import { printReport, reporters, type OutputFlags } from './print-report.js';
import type { Terminal } from './terminal.js';

/** What the process exits with. */
export type ExitCode = 0 | 1 | 2 | 3;

interface CommonFlags extends OutputFlags {
  readonly project?: readonly string[];
  readonly preset: PresetName;
}

interface FixFlags extends CommonFlags {
  readonly write?: boolean;
  readonly diff?: boolean;
  readonly unsafe?: boolean;
}

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

  addCommonFlags(program.command('scan').description('Report lost persistence calls.')).action(
    async (paths: readonly string[], flags: CommonFlags) => {
      code = await runMode('scan', paths, flags, terminal);
    },
  );
  addCommonFlags(program.command('fix').description('Repair lost persistence calls. Without --write nothing is changed on disk.'))
    .option('--write', 'write the repaired files')
    .option('--diff', 'print a unified diff, which `git apply` takes, instead of the report')
    .option('--unsafe', 'also apply edits that can change control flow, order or concurrency')
    .action(async (paths: readonly string[], flags: FixFlags) => {
      code = await runMode(flags.write === true ? 'write' : 'dryRun', paths, flags, terminal);
    });
  addOutputFlags(program.command('merge').description('Make one report of several that were written with --reporter json.'))
    .argument('<reports...>', 'JSON reports of runs in the same folder')
    .action(async (paths: readonly [string, ...string[]], flags: OutputFlags) => {
      const report = await mergeReportFiles(paths, terminal.cwd);
      await printReport(report, flags, terminal);
      code = exitCodeOf(report);
    });

  try {
    await program.parseAsync([...words], { from: 'user' });
    return code;
  } catch (error) {
    return toExitCode(error, terminal);
  }
}

function addCommonFlags(command: Command): Command {
  command
    .argument('[paths...]', 'files and folders; default: all files of the project')
    .option('-p, --project <tsconfig>', 'a tsconfig or its folder, repeatable; default: the nearest one', append)
    .addOption(new Option('--preset <name>', 'which rules hold').choices(['recommended', 'strict']).default('recommended'));
  return addOutputFlags(command);
}

function addOutputFlags(command: Command): Command {
  return command
    .addOption(new Option('--reporter <name>', 'form of the report').choices(Object.keys(reporters)).default('table'))
    .option('--output <file>', 'write the report to a file instead of standard output');
}

function append(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}

async function runMode(mode: Mode, paths: readonly string[], flags: FixFlags, terminal: Terminal): Promise<ExitCode> {
  const { changes, report } = await run(mode, {
    cwd: terminal.cwd,
    paths,
    projects: flags.project ?? [],
    preset: flags.preset,
    unsafe: flags.unsafe === true,
  });
  if (flags.diff === true) {
    terminal.out(renderDiff(changes));
    terminal.error(renderTotals(report, terminal.display));
  } else {
    await printReport(report, flags, terminal);
  }
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
