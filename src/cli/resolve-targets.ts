import { resolve } from 'node:path';
import { UsageError } from '../codemods/usage-error.js';
import { assertCanBeWritten } from './assert-can-be-written.js';
import { statisticsIn } from './print-reports.js';
import type { ReporterChoice, ReportFlags } from './flags.js';

/** One form of a report, and the file it is written to; undefined for standard output. */
export interface ReportTarget {
  readonly reporter: ReporterChoice['reporter'];
  readonly path: string | undefined;
}

/**
 * Where each form of a report goes: to the file that it names, and the one that names none to that of `--output`, else to
 * standard output. Throws a {@link UsageError} where two would go to one place, or a file could not be written.
 */
export function resolveTargets(
  {
    output,
    reporter = [{ reporter: 'table' }],
    statistics = false,
  }: Pick<ReportFlags, 'output' | 'reporter' | 'statistics'>,
  cwd: string,
): readonly ReportTarget[] {
  const unplaced = reporter.filter(({ file }) => file === undefined);
  assertOneUnplaced(unplaced, output);
  if (statistics && !reporter.some(({ reporter: name }) => statisticsIn(name)))
    throw new UsageError(
      '--statistics works only with the reporters table and markdown. Use one of them, or count the findings in the JSON report.',
    );
  const targets = reporter.map(({ file = output, reporter: name }) => ({
    reporter: name,
    path: file === undefined ? undefined : resolve(cwd, file),
  }));
  for (const [index, { path, reporter: name }] of targets.entries()) {
    const other = targets.slice(0, index).find(earlier => earlier.path === path);
    if (other)
      throw new UsageError(
        `${path ?? ''}: both --reporter ${other.reporter} and --reporter ${name} would be written there. Name two files.`,
      );
    assertCanBeWritten(path, 'report', cwd);
  }
  return targets;
}

function assertOneUnplaced(unplaced: readonly ReporterChoice[], output: string | undefined): void {
  const [first, second] = unplaced;
  if (!first && output !== undefined)
    throw new UsageError(
      `--output ${output}: each --reporter already names its own file. Remove --output, or the file of one of them.`,
    );
  if (first && second)
    throw new UsageError(
      `--reporter ${first.reporter} and --reporter ${second.reporter} would both be written to ${output ?? 'standard output'}. Give all but one a file, as in --reporter ${second.reporter}=FILE.`,
    );
}
