import { CommanderError } from 'commander';
import { Breakdown } from '../codemods/breakdown.js';
import { Crash } from '../codemods/crash.js';
import { UsageError } from '../codemods/usage-error.js';
import { createProgram } from './create-program.js';
import type { ExitCode } from './exit-code.js';
import type { Terminal } from './terminal.js';

/** Runs the command line. */
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
  if (error instanceof Breakdown || error instanceof Crash) {
    terminal.error(`${error.message}\n`);
    return 3;
  }
  terminal.error(
    `Internal error; nothing more was written. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return 3;
}
