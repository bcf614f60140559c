import type ts from 'typescript';

/** The index of the first of some nodes, in the order of the text, that does not begin before a place; their number where all do. */
export function firstFrom(place: number, nodes: readonly ts.Node[]): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.pos ?? place) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
