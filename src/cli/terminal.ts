import type { Display } from '../reporters/reporter.js';

/** Where a run takes its words from and prints to. */
export interface Terminal {
  readonly cwd: string;
  /** Data. */
  readonly out: (text: string) => void;
  /** Everything else: errors, notices, totals beside a diff. */
  readonly error: (text: string) => void;
  readonly display: Display;
  /** Shows one line in place of the last one, on standard error; absent where that is no terminal. */
  readonly showStatus?: (line: string) => void;
  /** Whether somebody who runs this again and again is told something for the first time. Absent where each run is read by itself. */
  readonly isNews?: (sentence: string) => boolean;
  /** Asks a question and gives the line that is typed; undefined once nothing more will be. Absent where nobody can answer. */
  readonly ask?: (question: string) => Promise<string | undefined>;
  /** Runs a command in a folder, with this terminal, and gives its exit code. Absent where none may be run. */
  readonly execute?: (words: readonly string[], folder: string) => Promise<number>;
}
