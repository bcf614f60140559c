import { describeStray, findForeignPlace, isOfThisPackage } from '../describe-error.js';
import { isHeard } from '../run-foreign.js';
import type { ExitCode } from './exit-code.js';

/** Tells the guard how a run went. */
export interface Guard {
  /** The run is complete. */
  readonly end: (code: ExitCode) => void;
  /** Something beside the run went wrong, and this line says what. */
  readonly fail: (line: string, code: ExitCode) => void;
}

/**
 * Sees to it that the exit code says what became of the run, whatever a project's ESLint configuration and all that it loads
 * do to the process: throw an uncaught error, set another code, or end the process before the run is complete.
 */
export function guardProcess(): Guard {
  let ended: ExitCode | undefined;
  let worst: ExitCode = 0;
  const fail: Guard['fail'] = (line, code) => {
    process.stderr.write(`${line}\n`);
    if (code > worst) worst = code;
  };
  const failFor = (error: unknown): void => {
    if (!isHeard()) fail(describe(error), 3);
  };
  process.on('uncaughtException', failFor).on('unhandledRejection', failFor);
  process.on('exit', () => {
    if (ended === undefined && worst === 0)
      fail(
        `${findForeignPlace(new Error('ended').stack) ?? 'Something that the project loads'}: this ended the process before the run was complete. ${wayOut}`,
        3,
      );
    process.exitCode = Math.max(ended ?? 0, worst);
  });
  return {
    fail,
    end(code) {
      ended = code;
      process.exitCode = code;
    },
  };
}

const wayOut = 'Fix it, or ignore the ESLint configuration with --no-eslint-config.';

function describe(error: unknown): string {
  return error instanceof Error && isOfThisPackage(error)
    ? `Internal error. ${error.stack ?? error.message}`
    : `${describeStray(error)} ${wayOut}`;
}
