import { renderRows } from './render-rows.js';
import type { Display } from './reporter.js';

/** A text in lines that the display has room for, which end between words. */
export function wrapText(text: string, { width }: Display): string {
  return width === undefined ? text : renderRows([[text]], [Math.max(40, width - 1)]);
}
