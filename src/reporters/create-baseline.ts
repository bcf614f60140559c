import type { Report, ReportedFinding } from '../analysis/report/report.js';
import { isOfBaseline, keyOf, type Baseline, type KnownFindings } from './baseline.js';

/** How a report is compared with a baseline. */
export interface BaselineScope {
  /** The path that the baseline has for one of the report. */
  readonly nameOf: (path: string) => string;
  /** Whether a finding that the report lacks is gone, in a file of the baseline: the file was judged to its end, or is no more. */
  readonly isJudged: (name: string) => boolean;
}

/** The baseline that lists all open findings of a report, and what an earlier one says of files that the report tells nothing of. */
export function createBaseline({ files }: Report, earlier: Baseline, { isJudged, nameOf }: BaselineScope): Baseline {
  const found = new Map(files.map(({ findings, path }) => [nameOf(path), countKnown(findings)]));
  const kept = [...earlier].filter(([name]) => !isJudged(name));
  return new Map([...found, ...kept.map(([name, known]) => [name, mergeKnown(known, found.get(name) ?? [])] as const)]);
}

function countKnown(findings: readonly ReportedFinding[]): readonly KnownFindings[] {
  const counts = new Map<string, KnownFindings>();
  for (const finding of findings.filter(isOfBaseline)) {
    const { call, function: name, kind } = finding;
    const key = keyOf(finding);
    counts.set(key, { kind, function: name, call, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** The known findings of both lists, for a file that was judged only in part. */
function mergeKnown(earlier: readonly KnownFindings[], found: readonly KnownFindings[]): readonly KnownFindings[] {
  const counts = new Map(earlier.map(known => [keyOf(known), known]));
  for (const known of found) {
    const count = Math.max(known.count, counts.get(keyOf(known))?.count ?? 0);
    counts.set(keyOf(known), { ...known, count });
  }
  return [...counts.values()].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
