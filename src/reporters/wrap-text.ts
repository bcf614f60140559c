import { renderRows } from './render-rows.js';
import type { Display } from './reporter.js';

/** Wraps a text between words to the width of the display. */
export function wrapText(text: string, { width }: Display): string {
  return width === undefined ? text : renderRows([[text]], [Math.max(40, width - 1)]);
}
