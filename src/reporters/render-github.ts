import { docsUrlOfKind } from '../analysis/docs-url.js';
import type { Report, ReportedFinding, SkippedFile } from '../analysis/report/report.js';
import { isSettled } from './is-settled.js';
import { renderCause } from './render-cause.js';
import { renderOutcome } from './render-outcome.js';
import { renderStatement } from './render-statement.js';
import { renderTotals } from './render-totals.js';
import { plainDisplay } from './reporter.js';

/**
 * Workflow commands of GitHub Actions, one line each, which become annotations of the lines they name; then the totals,
 * which the log shows as they are. Paths are relative to the report's root, and GitHub takes them from the repository's.
 */
export function renderGithub(report: Report): string {
  const lines = [
    ...report.files.flatMap(({ findings, path }) => findings.map(finding => renderFinding(finding, path, report.tool))),
    ...report.skipped.map(renderSkipped),
  ];
  return `${lines.map(line => `${line}\n`).join('')}${renderTotals(report, plainDisplay)}`;
}

function renderFinding(finding: ReportedFinding, file: string, tool: Report['tool']): string {
  const { column, endColumn, endLine, kind, line, outcome, severity, title } = finding;
  // GitHub takes columns only where both are on one line.
  const columns = line === endLine ? { col: column, endColumn } : {};
  return renderCommand(isSettled(outcome) ? 'notice' : severity, {
    properties: { title: `${title} (${renderOutcome(outcome)})`, file, line, endLine, ...columns },
    message: `${renderStatement(finding)}\n${docsUrlOfKind(kind, tool)}`,
  });
}

function renderSkipped({ cause, path, reason }: SkippedFile): string {
  if (cause === 'crashed')
    return renderCommand('error', { properties: { title: 'Analysis failed', file: path }, message: reason });
  return renderCommand('warning', { properties: { title: `File ${renderCause(cause)}`, file: path }, message: reason });
}

interface Annotation {
  readonly properties: Readonly<Record<string, string | number>>;
  readonly message: string;
}

function renderCommand(name: 'error' | 'notice' | 'warning', { message, properties }: Annotation): string {
  const pairs = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${pairs.join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
