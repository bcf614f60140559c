import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as eslint from 'eslint';
import { noteDisk } from '../dependencies.js';
import { describeError } from '../describe-error.js';
import { runForeign } from '../run-foreign.js';

/** The parts of the package `eslint` that are used here. */
export type ESLintPackage = Pick<typeof eslint, 'ESLint' | 'Linter'>;

/** The loaded ESLint, or why there is none. */
export type LoadedESLint =
  | { readonly kind: 'loaded'; readonly eslint: ESLintPackage }
  | { readonly kind: 'missing' }
  /** It is there, and loading it fails. */
  | { readonly kind: 'unreadable'; readonly problem: string };

/**
 * Loads the ESLint that the project in `folder` uses itself, or where that reads no flat configuration (before 9) or is
 * missing, the one beside this package.
 */
export async function loadESLint(folder: string): Promise<LoadedESLint> {
  const own = await loadFrom(join(folder, 'package.json'));
  return own.kind === 'missing' ? await loadFrom(import.meta.url) : own;
}

async function loadFrom(place: string): Promise<LoadedESLint> {
  noteDisk('package', `${place} eslint`);
  const require = createRequire(place);
  const path = find(require);
  if (path === undefined) return { kind: 'missing' };
  try {
    const eslint = await runForeign(() => require(path) as ESLintPackage); // may be any version
    return isFlat(eslint) ? { kind: 'loaded', eslint } : { kind: 'missing' };
  } catch (error) {
    return {
      kind: 'unreadable',
      problem: `${path}: this ESLint cannot be loaded (${describeError(error)}). Reinstall it.`,
    };
  }
}

function find(require: NodeJS.Require): string | undefined {
  try {
    return require.resolve('eslint');
  } catch {
    return undefined;
  }
}

/** Before version 7 there was no such class. */
function isFlat({ ESLint }: { readonly ESLint?: Pick<typeof eslint.ESLint, 'version'> }): boolean {
  return ESLint !== undefined && Number.parseInt(ESLint.version) >= 9;
}
