import { addNotKnown } from '../analysis/not-known.js';
import { sep } from 'node:path';
import { countOutcomes } from '../analysis/report/count-outcomes.js';
import type { FileChange, FileReport, Mode, Report, Summary } from '../analysis/report/report.js';
import { packageInfo } from '../package-info.js';
import type { FileOutcome, Outcome, RewrittenText } from './file-outcome.js';
import { toReportPath } from './report-root.js';

/** Makes the report of a run. Paths are relative to `root`. */
export function createReport({ files, skips }: Outcome, mode: Mode, root: string): Report {
  const reports = files.flatMap(({ report }) => report ?? []).toSorted(byPath);
  return {
    schemaVersion: 2,
    tool: { name: packageInfo.name, version: packageInfo.version },
    mode,
    root: root.split(sep).join('/'),
    files: reports,
    skipped: skips
      .map(({ cause, fileName, reason }) => ({ path: toReportPath(fileName, root), cause, reason }))
      .toSorted(byPath),
    summary: summarise(files, reports),
  };
}

/** The files that a run changed or created, as they were and are. */
export function listChanges({ created, files }: Outcome, root: string): readonly FileChange[] {
  const changed = files.flatMap(({ fileName, rewritten }) =>
    rewritten ? [toChange(rewritten, toReportPath(fileName, root))] : [],
  );
  const added = created.map(({ fileName, text }) => ({
    path: toReportPath(fileName, root),
    before: undefined,
    after: text,
  }));
  return [...changed, ...added].toSorted(byPath);
}

function toChange({ original, text }: RewrittenText, path: string): FileChange {
  const mark = original.hasByteOrderMark ? '\uFEFF' : '';
  return { path, before: mark + original.text, after: mark + text };
}

function summarise(files: readonly FileOutcome[], reports: readonly FileReport[]): Summary {
  return {
    files: files.length,
    ...countOutcomes(reports),
    judged: sum(files.map(({ tally }) => tally.judged)),
    unknown: addNotKnown(files.map(({ tally }) => tally.unknown)),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : Number(a.path > b.path);
}
