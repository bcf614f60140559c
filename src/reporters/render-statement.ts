import type { ReportedFinding } from '../analysis/report/report.js';
import { renderFindingReason } from './render-finding-reason.js';

/** What is wrong, and the reason for the outcome if the finding has one. */
export function renderStatement(finding: ReportedFinding): string {
  return [finding.message, renderFindingReason(finding)].filter(part => part !== undefined).join(' ');
}
