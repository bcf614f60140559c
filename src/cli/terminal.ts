import type { Display } from '../reporters/reporter.js';

/** Where a run takes its words from and prints to. */
export interface Terminal {
  readonly cwd: string;
  /** Data. */
  readonly out: (text: string) => void;
  /** Everything else: errors, totals beside a diff. */
  readonly error: (text: string) => void;
  readonly display: Display;
}
