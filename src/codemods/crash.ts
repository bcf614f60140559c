import { describeFault } from '../describe-error.js';
import { UsageError } from './usage-error.js';

/** Something threw while it looked at one file, which is then left alone. */
export class Crash extends Error {
  override readonly name = 'Crash';
  /** As the program names it. */
  readonly fileName: string;
  /** The thrown error, on one line. */
  readonly reason: string;

  constructor(fileName: string, cause: unknown) {
    const reason = describeFault(cause);
    super(`${fileName}: ${reason}`, { cause });
    this.fileName = fileName;
    this.reason = reason;
  }
}

/** Runs the work on one file. Replaces every thrown error except a {@link UsageError} with a {@link Crash} that names the file. */
export function inFile<Result>(fileName: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    throw error instanceof UsageError ? error : new Crash(fileName, error);
  }
}
