import { countOutcomes } from '../analysis/report/count-outcomes.js';
import type { FileReport, Report, ReportedFinding } from '../analysis/report/report.js';
import { isOfBaseline, keyOf, knownReason, type Baseline, type KnownFindings } from './baseline.js';
import type { BaselineScope } from './create-baseline.js';

/** A report whose findings are opted out if a baseline lists them, and the differences between the two. */
export interface AppliedBaseline {
  readonly report: Report;
  /** How many findings the baseline lists, and how many are open all the same. */
  readonly known: number;
  readonly fresh: number;
  /** Listed findings that no longer exist. */
  readonly stale: readonly StaleFindings[];
}

/** Findings of a file that are gone, and how many. */
export interface StaleFindings extends KnownFindings {
  readonly path: string;
}

/** Opts out of the findings that a baseline lists. Of more findings of a kind, function and call than it counts, the first are taken for known. */
export function applyBaseline(
  report: Report,
  baseline: Baseline,
  { isJudged, nameOf }: BaselineScope,
): AppliedBaseline {
  const left = new Map(
    [...baseline].map(([name, known]) => [name, new Map(known.map(one => [keyOf(one), one.count]))]),
  );
  const files = report.files.map(file => applyTo(file, left.get(nameOf(file.path)) ?? new Map<string, number>()));
  const candidates = files.flatMap(({ findings }) => findings).filter(isOfBaseline);
  const known = candidates.filter(({ outcome }) => outcome === 'optedOut').length;
  return {
    report: { ...report, files, summary: { ...report.summary, ...countOutcomes(files) } },
    known,
    fresh: candidates.length - known,
    stale: [...baseline].flatMap(([path, all]) =>
      isJudged(path)
        ? all
            .map(one => ({ ...one, path, count: left.get(path)?.get(keyOf(one)) ?? 0 }))
            .filter(({ count }) => count > 0)
        : [],
    ),
  };
}

/** Takes from `left` what a file's findings use up. */
function applyTo(file: FileReport, left: Map<string, number>): FileReport {
  return {
    ...file,
    findings: file.findings.map((finding): ReportedFinding => {
      const count = left.get(keyOf(finding)) ?? 0;
      if (count === 0 || !isOfBaseline(finding)) return finding;
      left.set(keyOf(finding), count - 1);
      return { ...finding, outcome: 'optedOut', optOut: 'list', reason: knownReason };
    }),
  };
}
