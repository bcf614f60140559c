import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as eslint from 'eslint';

/** The parts of the package `eslint` that are used here. */
export type ESLintPackage = Pick<typeof eslint, 'ESLint' | 'Linter'>;

/**
 * Loads the ESLint that the project in `folder` uses itself, or where that reads no flat configuration (before 9) or is
 * missing, the one beside this package; undefined where there is none either.
 */
export function loadESLint(folder: string): ESLintPackage | undefined {
  return loadFrom(join(folder, 'package.json')) ?? loadFrom(import.meta.url);
}

function loadFrom(place: string): ESLintPackage | undefined {
  try {
    const loaded = createRequire(place)('eslint') as ESLintPackage; // may be any version
    return Number.parseInt(loaded.ESLint.version) >= 9 ? loaded : undefined;
  } catch {
    return undefined;
  }
}
