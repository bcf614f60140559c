import type { Report } from '../analysis/report/report.js';
import { describeTotals } from './describe-totals.js';
import type { Display } from './reporter.js';
import { wrapText } from './wrap-text.js';

/** The last lines of a run: how much was found, what became of it, where that is not all, what could not be judged, and what to do next. */
export function renderTotals(report: Report, display: Display): string {
  const { found, judged, missed, next } = describeTotals(report);
  const head = display.style(report.summary.findings === 0 && missed.length === 0 ? 'green' : 'bold', found);
  return `${[head, ...missed.map(sentence => display.style('red', sentence)), display.style('dim', judged), ...next].map(line => wrapText(line, display)).join('\n')}\n`;
}
