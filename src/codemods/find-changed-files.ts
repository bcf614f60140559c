import { join } from 'node:path';
import { toRealPath } from './assign-files.js';
import { findTop } from './find-top.js';
import { runGit, toPaths } from './run-git.js';
import { UsageError } from './usage-error.js';

/**
 * The real paths of the files that differ from a revision, or from where the current branch left it: committed or not,
 * renamed ones by their new name, new ones that git does not ignore. Throws a {@link UsageError} where git cannot tell.
 */
export async function findChangedFiles(cwd: string, revision: string): Promise<ReadonlySet<string>> {
  const root = await findTop(cwd, '--since');
  const base = await findBase(root, revision);
  const changed = await runGit(root, ['diff', '--name-only', '-z', '--diff-filter=d', '--find-renames', base, '--']);
  const created = await runGit(root, ['ls-files', '-z', '--others', '--exclude-standard']);
  return new Set(
    [changed, created]
      .flatMap(result => (result.ok ? toPaths(result.out) : []))
      .map(path => toRealPath(join(root, path))),
  );
}

async function findBase(root: string, revision: string): Promise<string> {
  const commit = await runGit(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  if (!commit.ok)
    throw new UsageError(`${revision}: git does not know this revision. In a shallow clone, fetch its history first.`);
  const base = await runGit(root, ['merge-base', commit.out.trim(), 'HEAD']);
  if (!base.ok)
    throw new UsageError(
      `${revision}: git finds no common ancestor with HEAD. In a shallow clone, fetch more history first.`,
    );
  return base.out.trim();
}
