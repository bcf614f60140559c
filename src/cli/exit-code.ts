import type { Report } from '../analysis/report/report.js';
import { isSettled } from '../reporters/is-settled.js';

/** What the process exits with. */
export type ExitCode = 0 | 1 | 2 | 3;

/** The exit code of a run: 3 where every edit was taken back, 1 where more findings are left than may be. */
export function exitCodeOf({ files, mode, summary }: Report, maxFindings: number): ExitCode {
  if (summary.rolledBack > 0 && summary.fixed === 0) return 3;
  const left = files.flatMap(file => file.findings).filter(({ outcome }) => !isSettled(outcome, mode));
  return left.length > maxFindings ? 1 : 0;
}
