import { diffArrays, type ChangeObject } from 'diff';

/** A line of code, and on which side of a change it is. */
export interface DiffLine {
  readonly side: 'both' | 'before' | 'after';
  readonly text: string;
  /** The line of the other side that this one took the place of, or that took its place: known where as many lines came as went. */
  readonly counterpart: string | undefined;
}

/** The lines of some code before and after a change, without their ends. */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const changes = diffArrays(toLines(before), toLines(after));
  return changes.flatMap((change, index) => {
    const counterparts = findCounterparts(change, changes[change.removed ? index + 1 : index - 1]);
    return change.value.map((text, line) => ({ side: sideOf(change), text, counterpart: counterparts[line] }));
  });
}

/** The lines of some code, which end as the language says. */
export function toLines(code: string): string[] {
  return code.split(/\r\n|[\n\r\u2028\u2029]/);
}

type Change = ChangeObject<readonly string[]>;

function sideOf({ added, removed }: Change): DiffLine['side'] {
  if (added) return 'after';
  return removed ? 'before' : 'both';
}

/** A removed part directly precedes its replacement. */
function findCounterparts(change: Change, neighbor: Change | undefined): readonly string[] {
  const isReplaced = neighbor !== undefined && sideOf(change) !== 'both' && sideOf(neighbor) !== 'both';
  return isReplaced && neighbor.count === change.count ? neighbor.value : [];
}
