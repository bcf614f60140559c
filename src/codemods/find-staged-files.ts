import { join } from 'node:path';
import { toRealPath } from './assign-files.js';
import { findTop } from './find-top.js';
import { runGit, toPaths } from './run-git.js';

/** The files that the next commit changes. */
export interface StagedFiles {
  /** Their real paths: edited ones, renamed ones by their new name, and new ones. */
  readonly paths: ReadonlySet<string>;
  /** Those of them whose text on disk is not the one that would be committed, by their paths below the top of the repository. */
  readonly partly: readonly string[];
}

/**
 * Finds what is in git's index. What is judged is the text on disk, as the files that are imported are: linters that are run on
 * staged files do so, and lint-staged puts away what is not staged before it runs them. Throws a `UsageError` without a repository.
 */
export async function findStagedFiles(cwd: string): Promise<StagedFiles> {
  const top = await findTop(cwd, '--staged');
  const staged = await listChanged(top, ['--cached', '--diff-filter=d', '--find-renames']);
  const isStaged = new Set(staged);
  return {
    paths: new Set(staged.map(path => toRealPath(join(top, path)))),
    partly: (await listChanged(top, [])).filter(path => isStaged.has(path)),
  };
}

async function listChanged(top: string, words: readonly string[]): Promise<readonly string[]> {
  const changed = await runGit(top, ['diff', '--name-only', '-z', ...words, '--']);
  return changed.ok ? toPaths(changed.out) : [];
}
