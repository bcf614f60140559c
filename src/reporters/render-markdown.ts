import { docsUrlOfKind } from '../analysis/docs-url.js';
import type { FileReport, Outcome, Report, ReportedFinding } from '../analysis/report/report.js';
import { describeTotals } from './describe-totals.js';
import { diffLines, toLines } from './diff-lines.js';
import { renderCode, renderCodeBlock, renderProse } from './markdown-text.js';
import { renderCause } from './render-cause.js';
import { renderOutcome } from './render-outcome.js';
import { renderFindingReason } from './render-finding-reason.js';
import { renderReason } from './render-reason.js';

/** A report as written by hand after a cleanup: totals, the findings, each change, and what is left and why. */
export function renderMarkdown(report: Report): string {
  const { found, judged, missed, next } = describeTotals(report);
  const blocks = [
    '# Lost persistence calls',
    ...[found, ...missed, judged, ...next].map(renderProse),
    ...section('Findings', renderTable(report)),
    ...section('Before and after', report.files.flatMap(renderChanges)),
    ...section('What is left, and why', renderRemainder(report)),
    ...renderTargets(report),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** None where there is nothing to put under the heading. */
function section(heading: string, blocks: readonly string[]): readonly string[] {
  return blocks.length > 0 ? [`## ${heading}`, ...blocks] : [];
}

function renderTable({ files }: Report): readonly string[] {
  const rows = files.flatMap(({ findings, path }) =>
    findings.map(finding => [
      renderPlace(finding, path),
      renderCode(finding.function),
      renderIssue(finding),
      renderFix(finding),
    ]),
  );
  if (rows.length === 0) return [];
  const head = ['File', 'Method', 'Issue', 'Fix'];
  return [[head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')];
}

function renderPlace({ line }: ReportedFinding, path: string): string {
  return renderCode(`${path}:${line}`);
}

function renderIssue({ call, kind, title }: ReportedFinding): string {
  return `[${renderProse(title)}][${kind}]: ${renderCode(call)}`;
}

/** The outcome of a finding, with the inserted text. */
function renderFix({ edits, outcome }: ReportedFinding): string {
  const texts = edits.map(edit => edit.text.trim()).filter(text => text !== '');
  const label = renderOutcome(outcome);
  return texts.length > 0 ? `${label}: ${renderCode(texts.join(' … '))}` : label;
}

function renderChanges({ findings, path }: FileReport): readonly string[] {
  const changed = findings.filter(finding => finding.edits.length > 0);
  if (changed.length === 0) return [];
  return [
    `### ${renderCode(path)}`,
    ...changed.flatMap(finding => [`Line ${finding.line}: ${renderProse(finding.message)}`, renderDifference(finding)]),
  ];
}

function renderDifference({ after, before }: ReportedFinding): string {
  const signs = { both: ' ', before: '-', after: '+' } as const;
  return renderCodeBlock(
    'diff',
    diffLines(before, after).map(({ side, text }) => `${signs[side]}${text}`),
  );
}

/** Findings that need a manual change, were rolled back or left alone, and files that were not judged or not written. */
function renderRemainder({ files, skipped }: Report): readonly string[] {
  const items = [
    ...files.flatMap(({ findings, path }) =>
      findings
        .filter(({ outcome }) => !repairedOutcomes.includes(outcome))
        .map(finding => renderLeft(finding, `${renderPlace(finding, path)}, ${renderOutcome(finding.outcome)}`)),
    ),
    ...skipped.map(
      ({ cause, path, reason }) => `- ${renderCode(path)}, ${renderCause(cause)}: ${renderProse(renderReason(reason))}`,
    ),
  ];
  return items.length > 0 ? [items.join('\n')] : [];
}

/** Where the links to the pages of the kinds lead, each said once. */
function renderTargets({ files, tool }: Report): readonly string[] {
  const found = new Set(files.flatMap(({ findings }) => findings.map(({ kind }) => kind)));
  return found.size === 0 ? [] : [[...found].map(kind => `[${kind}]: ${docsUrlOfKind(kind, tool)}`).join('\n')];
}

/** The outcomes of findings that are fixed, or would be. */
const repairedOutcomes: readonly Outcome[] = ['fixed', 'fixable'];

/** Shows the code where no change above has shown it. */
function renderLeft(finding: ReportedFinding, head: string): string {
  const { before, edits, message } = finding;
  const reason = renderFindingReason(finding);
  const why = reason === undefined ? [] : [reason];
  if (edits.length > 0) return `- ${[head, ...why.map(renderProse)].join(': ')}`;
  const code = renderCodeBlock('ts', toLines(before));
  return [`- ${head}: ${renderProse([message, ...why].join(' '))}`, '', code, '']
    .join('\n')
    .replaceAll('\n', '\n  ')
    .replace(/^ +$/gm, '');
}
