import type { Report, ReportedFinding, SkippedFile } from '../analysis/report/report.js';
import { checkIdOf } from './check-id.js';
import { isSettled } from './is-settled.js';
import { renderReason } from './render-reason.js';
import { renderStatement } from './render-statement.js';

/** The part of a violation that GitLab reads; it ignores everything else. */
interface Violation {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: 'info' | 'minor' | 'major';
  readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end: number } };
  /** Ours; missing where the file is what is wrong. */
  readonly outcome?: ReportedFinding['outcome'];
}

/** A code quality report of GitLab. Paths are relative to the report's root, and GitLab takes them from the repository's. */
export function renderGitlab({ files, skipped }: Report): string {
  const violations = [
    ...files.flatMap(({ findings, path }) => findings.map(finding => toViolation(finding, path))),
    ...skipped.filter(isMissed).map(toViolationOfFile),
  ];
  return `${JSON.stringify(violations, null, 2)}\n`;
}

function toViolation(finding: ReportedFinding, path: string): Violation {
  return {
    description: renderStatement(finding),
    check_name: checkIdOf(finding),
    fingerprint: finding.id,
    severity: severityOf(finding),
    location: { path, lines: { begin: finding.line, end: finding.endLine } },
    outcome: finding.outcome,
  };
}

/** Files that may contain more findings. The format has no place for the others. */
function isMissed({ cause }: SkippedFile): boolean {
  return cause === 'unreadable' || cause === 'crashed';
}

function toViolationOfFile({ cause, path, reason }: SkippedFile): Violation {
  return {
    description: renderReason(reason),
    check_name: `persistence/${cause}`,
    fingerprint: `${cause}:${path}`,
    severity: cause === 'crashed' ? 'major' : 'minor',
    location: { path, lines: { begin: 1, end: 1 } },
  };
}

function severityOf({ outcome, severity }: ReportedFinding): Violation['severity'] {
  if (isSettled(outcome)) return 'info';
  return severity === 'error' ? 'major' : 'minor';
}
