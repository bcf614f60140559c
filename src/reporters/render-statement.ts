import type { ReportedFinding } from '../analysis/report/report.js';
import { renderReason } from './render-reason.js';

/** What is wrong, and where the finding has a reason, what keeps it from being mended at once. */
export function renderStatement({ message, reason }: ReportedFinding): string {
  return reason === undefined ? message : `${message} ${renderReason(reason)}`;
}
