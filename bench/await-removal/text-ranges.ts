/** A half-open range of UTF-16 offsets into a text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A text without some ranges of it. They are in the order of the text and do not overlap. */
export function deleteRanges(text: string, ranges: readonly Range[]): string {
  return ranges.toReversed().reduce((rest, { end, start }) => rest.slice(0, start) + rest.slice(end), text);
}

/** Where an offset into a text without some ranges was before they were deleted. At a deleted range, what followed it. */
export function toOriginalOffset(offset: number, ranges: readonly Range[]): number {
  return ranges.reduce((at, { end, start }) => (start <= at ? at + end - start : at), offset);
}

/** Where an offset into a text is when some ranges that it is not in are deleted. */
export function toOffsetWithout(offset: number, ranges: readonly Range[]): number {
  return offset - ranges.filter(({ end }) => end <= offset).reduce((sum, { end, start }) => sum + end - start, 0);
}

/** The offset of a line and column, both from 1. */
export function toOffset(text: string, line: number, column: number): number {
  const starts = [0, ...[...text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)].map(({ 0: end, index }) => index + end.length)];
  return (starts[line - 1] ?? text.length) + column - 1;
}

/** Whether an offset is in a range. */
export function contains({ end, start }: Range, offset: number): boolean {
  return offset >= start && offset < end;
}
