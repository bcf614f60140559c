import type { Report } from '../analysis/report/report.js';

/** The report itself, indented, with a line end. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
