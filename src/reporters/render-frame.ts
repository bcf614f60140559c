import type { ReportedFinding } from '../analysis/report/report.js';
import type { Display } from './reporter.js';

/**
 * The line of a finding with its call marked, in at most `width` columns; undefined where the report does not have the line.
 * A call of several lines is marked in its first.
 */
export function renderFrame(finding: ReportedFinding, width: number, { style }: Display): string | undefined {
  const { before, beforeLine, column, endColumn, endLine, line } = finding;
  const text = beforeLine === undefined ? undefined : before.split(/\r\n|[\n\r\u2028\u2029]/)[line - beforeLine];
  if (text === undefined || column > text.length) return undefined;
  const gutter = `${line} | `;
  const end = endLine === line ? Math.min(endColumn - 1, text.length) : text.length;
  const { mark, shown } = cutOut(text, { start: column - 1, end }, width - gutter.length);
  return `${style('dim', gutter)}${shown}\n${style('dim', `${' '.repeat(gutter.length - 2)}| `)}${style('red', mark)}`;
}

interface Marked {
  readonly start: number;
  readonly end: number;
}

/** What there is room for of a line, from its first word or, where the call would be too far to the right, from shortly before it. */
function cutOut(text: string, { end, start }: Marked, room: number): { readonly shown: string; readonly mark: string } {
  const indent = text.length - text.trimStart().length;
  const isNear = end - indent <= room;
  const from = isNear ? indent : Math.max(indent, start - contextBefore);
  const head = from > indent ? '…' : '';
  const rest = text.slice(from).trimEnd();
  const isCut = head.length + rest.length > room;
  const line = head + (isCut ? `${rest.slice(0, Math.max(0, room - head.length - 1))}…` : rest);
  const offset = head.length + widthOf(text.slice(from, start));
  const length = Math.max(1, Math.min(widthOf(text.slice(start, end)), widthOf(line) - offset));
  return { shown: toPrintable(line), mark: ' '.repeat(offset) + '^'.repeat(length) };
}

/** How many characters of a long line are shown before the call. */
const contextBefore = 12;

function widthOf(text: string): number {
  return Array.from(text).length;
}

/** What stands in a file must not move the cursor of a terminal, or color what follows. */
function toPrintable(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}
