import type { Edit } from '../../analysis/finding.js';
import { groupBy } from '../../group-by.js';

/** An edit with the width of the node it is made for, by which those at the same place are put in order. */
export interface NestedEdit {
  readonly edit: Edit;
  readonly width: number;
}

/**
 * Makes one edit of those at the same place, in the order of the text: what closes comes before what opens, the narrower
 * closes first and the wider opens first. Undefined where two edits change the same text.
 *
 * @example mergeEdits of `a().b()` with both calls awaited // `(await (await a()).b()`
 */
export function mergeEdits(edits: readonly NestedEdit[]): readonly Edit[] | undefined {
  const places = groupBy(edits, ({ edit }) => edit.start);
  const merged = [...places.values()].map(mergePlace).toSorted((a, b) => a.start - b.start);
  const isClear = merged.every((edit, index) => edit.start >= (merged[index - 1]?.end ?? 0));
  return isClear && [...places.values()].every(place => place.filter(({ edit }) => edit.end > edit.start).length <= 1)
    ? merged
    : undefined;
}

function mergePlace(place: readonly NestedEdit[]): Edit {
  const ordered = place.toSorted((a, b) => rankOf(a) - rankOf(b));
  const [first] = ordered;
  return {
    start: first?.edit.start ?? 0,
    end: Math.max(...ordered.map(({ edit }) => edit.end)),
    text: ordered.map(({ edit }, rank) => (rank > 0 ? edit.text.replace(/^;/, '') : edit.text)).join(''), // one statement begins there
  };
}

/** Closing text by rising width, then opening text by falling width, then what replaces the text behind the place. */
function rankOf({ edit, width }: NestedEdit): number {
  if (edit.end > edit.start) return Infinity;
  return /^[)>?]/.test(edit.text) ? width - 1e12 : -width;
}
