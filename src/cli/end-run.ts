import type { Report, SkippedFile } from '../analysis/report/report.js';
import { packageInfo } from '../package-info.js';
import { exitCodeOf, skippedFor, type ExitCode } from './exit-code.js';
import type { ReportFlags } from './flags.js';
import { listSome } from '../codemods/list-some.js';
import type { Terminal } from './terminal.js';

/** Ends a run whose report is printed: says on standard error, whatever the form of the report, what makes it worth less than it seems, and gives the exit code. */
export function endRun(
  report: Report,
  flags: Pick<ReportFlags, 'allowUnreadable' | 'maxFindings'>,
  { error }: Pick<Terminal, 'error'>,
): ExitCode {
  const unreadable = skippedFor('unreadable', report);
  if (unreadable.length > 0 && flags.allowUnreadable !== true)
    error(
      `Not read, or only in part: ${listSome(unreadable.map(describe), '; ')}. Fix these files, exclude them in the tsconfig, or pass --allow-unreadable.\n`,
    );
  for (const file of skippedFor('crashed', report))
    error(
      `${describe(file)}. ${packageInfo.name} ${packageInfo.version} failed here and continued with the rest. Please report this line, with the code if possible, at ${packagePage}.\n`,
    );
  return exitCodeOf(report, flags);
}

const packagePage = `https://www.npmjs.com/package/${packageInfo.name}`;

function describe({ path, reason }: SkippedFile): string {
  return `${path}: ${reason.replace(/\.$/, '')}`;
}
