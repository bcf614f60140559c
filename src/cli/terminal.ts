import type { Display } from '../reporters/reporter.js';

/** Where a run reads its input from and prints to. */
export interface Terminal {
  readonly cwd: string;
  /** Data. */
  readonly out: (text: string) => void;
  /** Everything else: errors, notices, totals beside a diff. */
  readonly error: (text: string) => void;
  readonly display: Display;
  /** Replaces the last line on standard error with another one; absent if that is not a terminal. */
  readonly showStatus?: (line: string) => void;
  /** Whether a notice is shown to the user for the first time. Absent if each run is read by itself. */
  readonly isNews?: (sentence: string) => boolean;
  /** Asks a question and returns the typed line; undefined at the end of the input. Absent without a terminal. */
  readonly ask?: (question: string) => Promise<string | undefined>;
  /** Runs a command in a folder, with this terminal, and gives its exit code. Absent where none may be run. */
  readonly execute?: (words: readonly string[], folder: string) => Promise<number>;
}
