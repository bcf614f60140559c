import { describeFault } from '../describe-error.js';
import type { Compiler } from '../engines/classic/load-compiler.js';
import { Breakdown } from './breakdown.js';

/** Runs what asks a compiler about a whole project. Throws a {@link Breakdown} that names the tsconfig where the compiler fails. */
export function askCompiler<Result>(configPath: string, { ts: { version } }: Compiler, ask: () => Result): Result {
  try {
    return ask();
  } catch (error) {
    throw new Breakdown(
      `${configPath}: TypeScript ${version} fails on this project (${describeFault(error)}). If \`tsc -p\` does not fail, report this line.`,
    );
  }
}
