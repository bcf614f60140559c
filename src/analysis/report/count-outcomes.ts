import { outcomes, type FileReport, type Outcome } from './report.js';

/** Counts the findings of some files, and those of each outcome. */
export function countOutcomes(files: readonly FileReport[]): Readonly<Record<Outcome | 'findings', number>> {
  const findings = files.flatMap(file => file.findings);
  const counts = Object.fromEntries(
    outcomes.map(outcome => [outcome, findings.filter(finding => finding.outcome === outcome).length]),
  );
  return { findings: findings.length, ...(counts as Record<Outcome, number>) }; // fromEntries forgets that every outcome is there
}
