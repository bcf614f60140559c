import { CommanderError } from 'commander';
import { UsageError } from '../codemods/usage-error.js';
import { createProgram } from './create-program.js';
import type { ExitCode } from './exit-code.js';
import type { Terminal } from './terminal.js';

/**
 * Runs the command line. Exit codes: 0 nothing left to do, 1 findings left, 2 wrong usage or environment,
 * 3 every edit was rolled back, or an internal error.
 */
export async function runCli(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const code: { current: ExitCode } = { current: 0 };
  try {
    await createProgram(terminal, ended => (code.current = ended)).parseAsync([...words], { from: 'user' });
    return code.current;
  } catch (error) {
    return toExitCode(error, terminal);
  }
}

function toExitCode(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UsageError) {
    terminal.error(`${error.message}\n`);
    return 2;
  }
  terminal.error(`Internal error, nothing more was written. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 3;
}
