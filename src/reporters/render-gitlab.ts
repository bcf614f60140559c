import type { Mode, Report, ReportedFinding } from '../analysis/report/report.js';
import { checkIdOf } from './check-id.js';
import { isSettled } from './is-settled.js';
import { renderStatement } from './render-statement.js';

/** What GitLab reads of a violation; of anything else it takes no notice. */
interface Violation {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: 'info' | 'minor' | 'major';
  readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end: number } };
  /** Ours. */
  readonly outcome: ReportedFinding['outcome'];
}

/** A code quality report of GitLab. Paths are relative to the report's root, and GitLab takes them from the repository's. */
export function renderGitlab({ files, mode }: Report): string {
  const violations = files.flatMap(({ findings, path }) => findings.map(finding => toViolation(finding, path, mode)));
  return `${JSON.stringify(violations, null, 2)}\n`;
}

function toViolation(finding: ReportedFinding, path: string, mode: Mode): Violation {
  return {
    description: renderStatement(finding),
    check_name: checkIdOf(finding),
    fingerprint: finding.id,
    severity: severityOf(finding, mode),
    location: { path, lines: { begin: finding.line, end: finding.endLine } },
    outcome: finding.outcome,
  };
}

function severityOf({ outcome, severity }: ReportedFinding, mode: Mode): Violation['severity'] {
  if (isSettled(outcome, mode)) return 'info';
  return severity === 'error' ? 'major' : 'minor';
}
