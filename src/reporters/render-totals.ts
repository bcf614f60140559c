import type { Report } from '../analysis/report/report.js';
import { describeTotals } from './describe-totals.js';
import type { Display } from './reporter.js';

/** The last lines of a run: how much was found, what became of it, what could not be judged, and what to do next. */
export function renderTotals(report: Report, { style }: Display): string {
  const { found, judged, next } = describeTotals(report);
  const head = report.summary.findings === 0 ? style('green', found) : style('bold', found);
  return `${[head, style('dim', judged), ...next].join('\n')}\n`;
}
