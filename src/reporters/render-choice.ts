import { structuredPatch } from 'diff';
import type { ReportedFinding } from '../analysis/report/report.js';
import { renderStatement } from './render-statement.js';
import type { Display } from './reporter.js';

/** One edit, for a person who decides about it: where, why, and the lines before and after. */
export function renderChoice(path: string, finding: ReportedFinding, { style }: Display): string {
  const { after, before, column, line } = finding;
  const { hunks } = structuredPatch('', '', `${before}\n`, `${after}\n`, undefined, undefined, { context: 2 });
  const lines = hunks
    .flatMap(hunk => hunk.lines)
    .map(text => (text.startsWith('+') ? style('green', text) : text.startsWith('-') ? style('red', text) : text));
  return `\n${style('underline', `${path}:${line}:${column}`)}\n${renderStatement(finding)}\n\n${lines.join('\n')}\n\n`;
}
