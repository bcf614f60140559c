import type { Baseline } from './baseline.js';

/** A baseline as the text of its file: ordered, so that it differs only by what changed. */
export function renderBaseline(baseline: Baseline): string {
  const files = [...baseline]
    .filter(([, known]) => known.length > 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, known]) => ({ path, known }));
  return `${JSON.stringify({ version: 1, files }, null, 2)}\n`;
}
