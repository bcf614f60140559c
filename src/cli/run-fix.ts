import { resolve } from 'node:path';
import type { Report } from '../analysis/report/report.js';
import { run, type Run } from '../codemods/run.js';
import { UsageError } from '../codemods/usage-error.js';
import { isSettled } from '../reporters/is-settled.js';
import { renderDiff } from '../reporters/render-diff.js';
import { renderTotals } from '../reporters/render-totals.js';
import { askForEach } from './ask-for-each.js';
import { assertCanBeWritten } from './assert-can-be-written.js';
import { assertCleanRepository, assertTracked } from './assert-clean-repository.js';
import { endRun } from './end-run.js';
import type { ExitCode } from './exit-code.js';
import { toFixOptions, type FixFlags } from './flags.js';
import { printReports, type PrintedAs } from './print-reports.js';
import { resolveTargets, type ReportTarget } from './resolve-targets.js';
import type { Terminal } from './terminal.js';
import { watchRun } from './watch-run.js';
import { writeOutput } from './write-output.js';

/** Judges, repairs and reports; with `--write`, in a repository that is clean, writes. */
export async function runFix(paths: readonly string[], flags: FixFlags, terminal: Terminal): Promise<ExitCode> {
  assertFlagsMeanSomething(flags);
  const targets = resolveTargets(flags, terminal.cwd);
  assertPatchIsNoReport(flags, targets, terminal.cwd);
  assertCanBeWritten(flags.patch, 'patch', terminal.cwd);
  const isWriting = flags.write === true || flags.interactive === true;
  if (isWriting) await assertCleanRepository(targetsOf(paths, flags, terminal.cwd), flags);
  const choose = flags.interactive === true && { choose: askForEach(terminal) };
  const options = { ...(await toFixOptions(terminal.cwd, paths, flags)), ...choose };
  const finished = await watchRun(flags, terminal, watching =>
    run(isWriting ? 'write' : 'dryRun', { ...options, ...watching }, (files, root) =>
      assertTracked(root, files, flags),
    ),
  );
  await printFix(finished, { ...flags, targets }, terminal);
  return endRun(finished.report, flags, terminal);
}

function assertFlagsMeanSomething({ executor, includePublic, makeAsync, threads }: FixFlags): void {
  if (includePublic === true && makeAsync !== true) throw new UsageError('--include-public requires --make-async.');
  if (threads !== undefined && executor === undefined) throw new UsageError('--threads requires --executor.');
}

function assertPatchIsNoReport({ patch }: FixFlags, targets: readonly ReportTarget[], cwd: string): void {
  if (patch === undefined || !targets.some(({ path }) => path === resolve(cwd, patch))) return;
  throw new UsageError(`${resolve(cwd, patch)}: both the report and --patch would be written there. Name two files.`);
}

/** Where files may be written: the paths, or the projects, or here. */
function targetsOf(paths: readonly string[], { project = [] }: FixFlags, cwd: string): readonly string[] {
  const named = [...paths, ...project.map(pattern => pattern.replace(/\/?[^/]*[*?{[].*$/, ''))];
  return paths.length > 0 ? paths.map(path => resolve(cwd, path)) : [cwd, ...named.map(path => resolve(cwd, path))];
}

async function printFix({ changes, report }: Run, flags: FixFlags & PrintedAs, terminal: Terminal): Promise<void> {
  if (flags.patch !== undefined) await writeOutput(resolve(terminal.cwd, flags.patch), 'patch', renderDiff(changes));
  if (flags.check === true) {
    terminal.out(renderNames(report));
  } else if (flags.diff === true) {
    terminal.out(renderDiff(changes));
    if (flags.quiet !== true) terminal.error(renderTotals(report, terminal.display));
  } else {
    await printReports(report, flags, terminal);
  }
}

/** The files with something left to do, one a line. */
function renderNames({ files }: Report): string {
  return files
    .filter(({ findings }) => findings.some(({ outcome }) => !isSettled(outcome)))
    .map(({ path }) => `${path}\n`)
    .join('');
}
