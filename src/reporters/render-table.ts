import {
  skipCauses,
  type FileReport,
  type Outcome,
  type Report,
  type ReportedFinding,
} from '../analysis/report/report.js';
import { isSettled } from './is-settled.js';
import { renderCause } from './render-cause.js';
import { renderFrame } from './render-frame.js';
import { renderOutcome } from './render-outcome.js';
import { renderFindingReason } from './render-finding-reason.js';
import { renderRows } from './render-rows.js';
import { renderTotals } from './render-totals.js';
import type { Display } from './reporter.js';
import { wrapText } from './wrap-text.js';

/** A report for a person at a terminal: each file with its findings, then what could not be judged, then the totals. */
export function renderTable(report: Report, display: Display): string {
  const parts = [
    ...report.files.map(file => renderFile(file, display)),
    ...renderSkipped(report.skipped, display),
    renderTotals(report, display),
    ...renderHints(report, display),
  ];
  return parts.join('\n');
}

/** How to learn more of the first finding that asks for something. */
function renderHints({ files }: Report, display: Display): readonly string[] {
  const [first] = files.flatMap(({ findings, path }) =>
    findings.filter(({ outcome }) => !isSettled(outcome)).map(({ kind, line }) => ({ kind, place: `${path}:${line}` })),
  );
  if (!first) return [];
  const text = `Why a call is reported: \`scan --explain ${first.place}\`. What a kind means: \`explain ${first.kind}\`.`;
  return [`${display.style('dim', wrapText(text, display))}\n`];
}

/** The files that were not judged, or not to their end, or not written: one line for each cause and reason. */
function renderSkipped(skipped: Report['skipped'], display: Display): readonly string[] {
  return skipCauses.flatMap(cause => {
    const pathsByReason = new Map<string, string[]>();
    for (const { path, reason } of skipped.filter(file => file.cause === cause))
      pathsByReason.set(reason, [...(pathsByReason.get(reason) ?? []), path]);
    return [...pathsByReason].map(([reason, paths]) => {
      const shown = cause === 'leftOut' ? paths.slice(0, shownPaths) : paths;
      const more = paths.length > shown.length ? ` and ${paths.length - shown.length} more` : '';
      return `${wrapText(`${display.style('yellow', renderCause(cause))} ${shown.join(', ')}${more}: ${reason}`, display)}\n`;
    });
  });
}

/** How many unselected files a line names; the other formats name all. */
const shownPaths = 3;

function renderFile({ findings, path }: FileReport, display: Display): string {
  const places = findings.map(({ column, line }) => `${line}:${column}`);
  const labels = findings.map(finding => renderOutcome(finding.outcome));
  const widths = [widest(places) + 4, widest(labels) + 2];
  const last = display.width === undefined ? null : Math.max(40, display.width - sum(widths) - 1);
  const rows = findings.map((finding, index) => [
    `  ${places[index] ?? ''}`,
    paint(finding.outcome, labels[index] ?? '', display),
    textOf(finding, last ?? unlimited, display),
  ]);
  return `${display.style('underline', path)}\n${renderRows(rows, [...widths, last])}\n`;
}

function textOf(finding: ReportedFinding, width: number, display: Display): string {
  const { kind, message, outcome } = finding;
  const reason = renderFindingReason(finding);
  const parts = [
    `${message} ${display.style('dim', `[${kind}]`)}`,
    ...(reason === undefined ? [] : [display.style('dim', reason)]),
    isSettled(outcome) ? [] : (renderFrame(finding, width, display) ?? []),
  ];
  return parts.flat().join('\n');
}

/** How much of a line of code is shown where lines may be of any length: not all of what a bundler wrote. */
const unlimited = 160;

function paint(outcome: Outcome, text: string, { style }: Display): string {
  if (outcome === 'fixed' || outcome === 'fixable') return style('green', text);
  return outcome === 'rolledBack' ? style('red', text) : style('yellow', text);
}

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map(text => text.length));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
