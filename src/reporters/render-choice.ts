import { structuredPatch } from 'diff';
import type { ReportedFinding } from '../analysis/report/report.js';
import { renderStatement } from './render-statement.js';
import type { Display } from './reporter.js';
import { wrapText } from './wrap-text.js';

/** An edit that the user decides about. */
export interface Choice {
  readonly path: string;
  readonly finding: ReportedFinding;
  /** Which of all edits this is, as in `3 of 8`. */
  readonly position: string;
}

/** One edit, for a person who decides about it: where, why, and the lines before and after. */
export function renderChoice({ finding, path, position }: Choice, display: Display): string {
  const { style } = display;
  const { after, before, column, line } = finding;
  const { hunks } = structuredPatch('', '', `${before}\n`, `${after}\n`, undefined, undefined, { context: 2 });
  const lines = hunks
    .flatMap(hunk => hunk.lines)
    .map(text => (text.startsWith('+') ? style('green', text) : text.startsWith('-') ? style('red', text) : text));
  return `\n${style('underline', `${path}:${line}:${column}`)}  ${style('dim', position)}\n${wrapText(renderStatement(finding), display)}\n\n${lines.join('\n')}\n\n`;
}
