import { structuredPatch } from 'diff';
import type { ReportedFinding } from '../../src/codemods/index.js';
import type { AwaitSite } from './find-await-sites.js';
import { contains, toOffset, toOriginalOffset } from './text-ranges.js';

/** A file before and after some of its awaits were removed. */
export interface RemovedFile {
  readonly sites: readonly AwaitSite[];
  readonly original: string;
  readonly removed: string;
}

/** What was seen of a file whose awaits were removed. */
export interface Observation {
  /** The file's path in reports. */
  readonly path: string;
  /** What was found in the text without the awaits. */
  readonly findings: readonly ReportedFinding[];
  /** The text that `fix` left. */
  readonly result: string;
  /** The type errors of the original text, and of the text without the awaits. */
  readonly errorsBefore: readonly ErrorPlace[];
  readonly errorsAfter: readonly ErrorPlace[];
  /** Why the product says nothing of a site, where it does not. */
  readonly silences: ReadonlyMap<AwaitSite, string>;
}

/** A type error. */
export interface ErrorPlace {
  readonly code: number;
  readonly start: number;
}

/** What became of one removed await. */
export interface Removal {
  readonly site: AwaitSite;
  readonly path: string;
  /** The finding that is this await's; undefined where it was not found. */
  readonly finding: ReportedFinding | undefined;
  /** Why it was not found, as `returned: used`: what becomes of the promise, and what the product concludes. */
  readonly silence: string | undefined;
  /** Whether the lines of the await are what they were. */
  readonly isRestored: boolean;
  /** Whether the whole file is what it was. */
  readonly isFileRestored: boolean;
  /** Whether the compiler, with the await gone, has a new complaint in the function around it. */
  readonly isTypeError: boolean;
}

/** Says of each await that was removed from a file whether it was found and restored, and whether the compiler noticed. */
export function judgeRemovals({ original, removed, sites }: RemovedFile, observation: Observation): readonly Removal[] {
  const { errorsAfter, errorsBefore, findings, path, result, silences } = observation;
  const deletions = sites.map(({ deletion }) => deletion);
  const changed = changedLines(original, result);
  const known = new Set(errorsBefore.map(toKey));
  const errors = errorsAfter
    .map(({ code, start }) => ({ code, start: toOriginalOffset(start, deletions) }))
    .filter(error => !known.has(toKey(error)));
  const placed = findings.map(finding => ({
    finding,
    start: toOriginalOffset(toOffset(removed, finding.line, finding.column), deletions),
  }));

  return sites.map(site => ({
    site,
    path,
    finding: placed.find(({ start }) => site.starts.includes(start))?.finding,
    silence: silences.get(site),
    isRestored: !linesOf(site, original).some(line => changed.has(line)),
    isFileRestored: result === original,
    isTypeError: errors.some(({ start }) => contains(site.scope, start)),
  }));
}

function toKey({ code, start }: ErrorPlace): string {
  return `${code} at ${start}`;
}

/** The lines, from 1, of the text `before` that are not in `after`. */
function changedLines(before: string, after: string): ReadonlySet<number> {
  const changed = new Set<number>();
  if (before === after) return changed;
  for (const { lines, oldStart } of structuredPatch('', '', before, after, '', '', { context: 0 }).hunks) {
    let line = oldStart;
    for (const text of lines) {
      if (text.startsWith('-')) changed.add(line);
      if (!text.startsWith('+') && !text.startsWith('\\')) line += 1;
    }
  }
  return changed;
}

/** The lines, from 1, from the await to the first character behind what was deleted. */
function linesOf({ deletion, line }: AwaitSite, text: string): readonly number[] {
  const breaks = text.slice(deletion.start, deletion.end).split('\n').length - 1;
  return Array.from({ length: breaks + 1 }, (_, index) => line + index);
}
