import { addNotKnown } from '../analysis/not-known.js';
import { countOutcomes } from '../analysis/report/count-outcomes.js';
import type { FileReport, Report, SkippedFile, Summary } from '../analysis/report/report.js';

/** A report, and what people call it. */
export interface NamedReport {
  readonly name: string;
  readonly report: Report;
}

/** Either all reports in one, or why there is none: one sentence that names the reports. */
export type MergedReport =
  { readonly ok: true; readonly report: Report } | { readonly ok: false; readonly problem: string };

/**
 * Makes one report of several, ordered by path. A file that several reports hold alike counts once; what they judged and
 * could not judge is added up, since no report says in which files that was.
 */
export function mergeReports([first, ...others]: readonly [NamedReport, ...NamedReport[]]): MergedReport {
  const reports = [first, ...others];
  const problem = findDifference(first, others) ?? findConflict(reports);
  if (problem !== undefined) return { ok: false, problem };
  const all = reports.flatMap(({ report }) => report.files);
  const files = [...new Map(all.map(file => [file.path, file])).values()].toSorted(byPath);
  const skipped = [
    ...new Map(reports.flatMap(({ report }) => report.skipped).map(file => [toKey(file), file])).values(),
  ].toSorted(byPath);
  return {
    ok: true,
    report: { ...first.report, files, skipped, summary: addUp(reports, files, all.length - files.length) },
  };
}

/** Properties that all merged reports must have in common. */
const traits: Readonly<Record<string, (report: Report) => string | number>> = {
  schemaVersion: report => report.schemaVersion,
  mode: report => report.mode,
  root: report => report.root,
  'tool.name': report => report.tool.name,
  'tool.version': report => report.tool.version,
};

function findDifference(first: NamedReport, others: readonly NamedReport[]): string | undefined {
  for (const [trait, of] of Object.entries(traits)) {
    const other = others.find(({ report }) => of(report) !== of(first.report));
    if (other)
      return `${first.name} and ${other.name} are not parts of the same report: \`${trait}\` is ${of(first.report)} in one and ${of(other.report)} in the other`;
  }
  return undefined;
}

function findConflict(reports: readonly NamedReport[]): string | undefined {
  const seen = new Map<string, { readonly name: string; readonly file: FileReport }>();
  for (const { name, report } of reports) {
    for (const file of report.files) {
      const before = seen.get(file.path) ?? { name, file };
      seen.set(file.path, before);
      if (before.file.hash !== file.hash) return `${file.path} has different contents in ${name} and ${before.name}`;
      if (JSON.stringify(before.file) !== JSON.stringify(file))
        return `${file.path} has different findings in ${name} and ${before.name}`;
    }
  }
  return undefined;
}

function addUp(reports: readonly NamedReport[], files: readonly FileReport[], doubles: number): Summary {
  const sum = (numberOf: (summary: Summary) => number): number =>
    reports.reduce((total, { report }) => total + numberOf(report.summary), 0);
  return {
    files: sum(summary => summary.files) - doubles,
    ...countOutcomes(files),
    judged: sum(summary => summary.judged),
    unknown: addNotKnown(reports.map(({ report }) => report.summary.unknown)),
  };
}

function toKey({ path, reason }: SkippedFile): string {
  return JSON.stringify([path, reason]);
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : Number(a.path > b.path);
}
