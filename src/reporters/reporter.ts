import type { Report } from '../analysis/report.js';

/** What the place a report is shown in can do. */
export interface Display {
  /** Columns of text; undefined where lines may be of any length. */
  readonly width: number | undefined;
  /** Styles a text, or gives it back as it is. */
  readonly style: (name: 'bold' | 'dim' | 'green' | 'red' | 'underline' | 'yellow', text: string) => string;
}

/** Renders a report. Pure: nothing is printed. */
export type Reporter = (report: Report, display: Display) => string;
