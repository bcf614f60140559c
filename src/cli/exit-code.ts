import type { Report, SkipCause, SkippedFile } from '../analysis/report/report.js';
import { isSettled } from '../reporters/is-settled.js';
import type { ReportFlags } from './flags.js';

/** The exit code of the process: 0 nothing left to do, 1 findings left, 2 wrong usage or something unreadable, 3 a failure of this tool. */
export type ExitCode = 0 | 1 | 2 | 3;

/** The exit code of a run. If several apply, the largest wins: findings alone would suggest that everything else was judged. */
export function exitCodeOf(
  report: Report,
  { allowUnreadable = false, maxFindings }: Pick<ReportFlags, 'allowUnreadable' | 'maxFindings'>,
): ExitCode {
  const { files, summary } = report;
  const isNothingFixed = summary.rolledBack > 0 && summary.fixed + summary.fixable === 0;
  if (isNothingFixed || skippedFor('crashed', report).length > 0) return 3;
  if (!allowUnreadable && skippedFor('unreadable', report).length > 0) return 2;
  const left = files.flatMap(file => file.findings).filter(({ outcome }) => !isSettled(outcome));
  return left.length > maxFindings ? 1 : 0;
}

/** The files that are listed as skipped for some cause. */
export function skippedFor(cause: SkipCause, { skipped }: Report): readonly SkippedFile[] {
  return skipped.filter(file => file.cause === cause);
}
