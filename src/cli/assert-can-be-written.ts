import { accessSync, constants, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UsageError } from '../codemods/usage-error.js';

/** The purpose of a file that a command writes. */
export type Written = 'baseline' | 'patch' | 'report';

/**
 * Throws a {@link UsageError} where a file could not be written, so that this is known before a long run and not after it.
 * `what` is what the file is for; undefined is for no file.
 */
export function assertCanBeWritten(name: string | undefined, what: Written, cwd: string): void {
  if (name === undefined) return;
  const path = resolve(cwd, name);
  try {
    accessSync(dirname(path), constants.W_OK);
  } catch (error) {
    throw cannotBeWritten(path, what, error);
  }
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
    throw new UsageError(`${path}: the ${what} cannot be written there because it is a folder. Name a file.`);
}

/** The error for a file that could not be written, with the reason. */
export function cannotBeWritten(path: string, what: Written, reason: unknown): UsageError {
  return new UsageError(
    `${path}: the ${what} cannot be written there (${reason instanceof Error ? reason.message : String(reason)}).`,
  );
}
