import { toSpans } from './code-spans.js';

/** Prose as Markdown, on one line, in which nothing but code spans is markup. It may stand in a table. */
export function renderProse(prose: string): string {
  return toSpans(prose)
    .map(({ kind, text }) => (kind === 'code' ? renderCode(text) : escapeText(text)))
    .join('');
}

/** A code span with exactly this text, but for line ends, which become spaces. It may stand in a table. */
export function renderCode(text: string): string {
  const line = onOneLine(text);
  // A table's row ends a cell at a pipe, in a code span too, and takes the backslash before it for its own.
  if (line.includes('|'))
    return `<code>${line.replace(/[^A-Za-z0-9 ]/gu, character => `&#${character.codePointAt(0) ?? 0};`)}</code>`;
  if (line === '') return '';
  const fence = '`'.repeat(longestRun(line) + 1);
  const gap = /^`|`$|^ .* $/.test(line) ? ' ' : '';
  return `${fence}${gap}${line}${gap}${fence}`;
}

/** A block of code in a language, which no line of the code can end. */
export function renderCodeBlock(language: string, lines: readonly string[]): string {
  const fence = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1));
  return [`${fence}${language}`, ...lines, fence].join('\n');
}

function escapeText(text: string): string {
  return onOneLine(text).replace(/[\\`*_[\]<>|~&#]/g, String.raw`\$&`);
}

function onOneLine(text: string): string {
  return text.replace(/\s*[\n\r\u2028\u2029]+\s*/g, ' ');
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
