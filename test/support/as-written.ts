import type { Outcome, Report, Summary } from '../../src/analysis/report/report.js';

/** The report of a dry run as it has to be once its edits are written; that of a write is that already. */
export function asWritten(report: Report): Report {
  return {
    ...report,
    mode: 'write',
    files: report.files.map(file => ({
      ...file,
      findings: file.findings.map(finding => ({ ...finding, outcome: outcomeWritten(finding.outcome) })),
    })),
    summary: totalsWritten(report.summary),
  };
}

/** The same for an outcome alone. */
export function outcomeWritten<Value extends Outcome | undefined>(outcome: Value): Value | 'fixed' {
  return outcome === 'fixable' ? 'fixed' : outcome;
}

function totalsWritten(summary: Summary): Summary {
  return { ...summary, fixed: summary.fixed + summary.fixable, fixable: 0 };
}
