import type { ReportedFinding } from '../../analysis/report/report.js';
import { diffLines, toLines, type DiffLine } from '../diff-lines.js';
import { markup, type Markup } from './markup.js';

/** The lines of a finding: before and after its edits, with what differs marked; where it has none, as they are, with the call marked. */
export function renderChange(finding: ReportedFinding): Markup {
  const { after, before, edits } = finding;
  const [title, lines] =
    edits.length > 0
      ? ['Before and after', diffLines(before, after).map(renderLine)]
      : ['The code', toLines(before).map((line, index) => renderLineOfCall(line, index, finding))];
  return markup`<div><h3>${title}</h3><pre>${lines}</pre></div>`;
}

/** Each line ends in a line end, so that it copies as one. */
function renderLine({ counterpart, side, text }: DiffLine): Markup {
  const line = counterpart === undefined ? markup`${text}` : renderMarked(splitAtDifference(text, counterpart));
  switch (side) {
    case 'before':
      return markup`<del>${line}\n</del>`;
    case 'after':
      return markup`<ins>${line}\n</ins>`;
    case 'both':
      return markup`<span>${line}\n</span>`;
  }
}

/** A line of a finding without edits, of which the first is the one that the call begins in. */
function renderLineOfCall(text: string, index: number, { column, endColumn, endLine, line }: ReportedFinding): Markup {
  const start = index === 0 ? column - 1 : text.length - text.trimStart().length;
  const end = line + index < endLine ? text.length : line + index === endLine ? endColumn - 1 : start;
  const parts = { head: text.slice(0, start), middle: text.slice(start, end), tail: text.slice(end) };
  return markup`<span>${end > start ? renderMarked(parts) : markup`${text}`}\n</span>`;
}

interface MarkedLine {
  readonly head: string;
  readonly middle: string;
  readonly tail: string;
}

function renderMarked({ head, middle, tail }: MarkedLine): Markup {
  return middle === '' ? markup`${head}${tail}` : markup`${head}<mark>${middle}</mark>${tail}`;
}

/** What two lines begin and end alike with, and what is between. Goes by words, and by characters where there are none. */
function splitAtDifference(text: string, other: string): MarkedLine {
  const [words, others] = [wordsOf(text), wordsOf(other)];
  const shared = Math.min(words.length, others.length);
  let start = 0;
  while (start < shared && words[start] === others[start]) start += 1;
  let end = 0;
  while (end < shared - start && words.at(-1 - end) === others.at(-1 - end)) end += 1;
  const middle = words.length - end;
  return {
    head: words.slice(0, start).join(''),
    middle: words.slice(start, middle).join(''),
    tail: words.slice(middle).join(''),
  };
}

/** Words, and whole characters between them. */
function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}_$]+|[^]/gu) ?? [];
}
