import type { ExitCode } from '../../src/cli/exit-code.js';
import { runCli } from '../../src/cli/run-cli.js';

/** What a run of the command line left behind. */
export interface CliResult {
  readonly code: ExitCode;
  readonly out: string;
  readonly error: string;
}

/** Runs the command line in this process, as if its output were no terminal. */
export async function runInProcess(cwd: string, words: readonly string[]): Promise<CliResult> {
  const out: string[] = [];
  const error: string[] = [];
  const code = await runCli(words, {
    cwd,
    out: text => out.push(text),
    error: text => error.push(text),
    display: { width: undefined, style: (_, text) => text },
  });
  return { code, out: out.join(''), error: error.join('') };
}
