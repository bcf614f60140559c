import type { Report } from '../analysis/report/report.js';

/** The capabilities of the display that shows a report. */
export interface Display {
  /** Columns of text; undefined where lines may be of any length. */
  readonly width: number | undefined;
  /** Styles a text, or gives it back as it is. */
  readonly style: (name: 'bold' | 'dim' | 'green' | 'red' | 'underline' | 'yellow', text: string) => string;
}

/** Shows text as it is, in lines of any length: a file, a pipe, a page. */
export const plainDisplay: Display = { width: undefined, style: (_, text) => text };

/** Renders a report. Pure: nothing is printed. */
export type Reporter = (report: Report, display: Display) => string;
