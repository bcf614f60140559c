import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { adviseTrust, findRepository } from '../codemods/find-repository.js';
import { groupBy } from '../group-by.js';
import { runGit, toPaths } from '../codemods/run-git.js';
import { UsageError } from '../codemods/usage-error.js';
import { listSome } from '../codemods/list-some.js';

/** The risks that the user accepts. */
export interface Accepted {
  readonly allowDirty?: boolean;
  readonly allowNoVcs?: boolean;
  /** Whether the contents of git's index count as saved: edits can be reverted to them, and told apart from them. */
  readonly staged?: boolean;
}

/**
 * Throws a {@link UsageError} if the edits of some targets could not be told apart from other changes, or reverted:
 * outside any git repository, or with tracked files in a target that have uncommitted changes.
 */
export async function assertCleanRepository(
  targets: readonly string[],
  { allowDirty = false, allowNoVcs = false, staged = false }: Accepted,
): Promise<void> {
  for (const [folder, own] of groupBy(targets, nearestFolder)) {
    const status = await runGit(folder, ['--literal-pathspecs', ...(staged ? unstaged : uncommitted), '--', ...own]);
    if (!status.ok && !allowNoVcs) await assertRepository(folder);
    const changed = status.ok ? toPaths(status.out).map(entry => (staged ? entry : entry.replace(/^.. /, ''))) : [];
    if (changed.length > 0 && !allowDirty)
      throw new UsageError(
        `Not ${staged ? 'staged' : 'committed'} yet: ${listSome(changed)}. ${staged ? 'Stage' : 'Commit'} or stash the changes to keep the edits apart, or pass --allow-dirty.`,
      );
  }
}

/** The git command that lists tracked files with changes. */
const uncommitted = ['status', '--porcelain', '-z', '--untracked-files=no'];
const unstaged = ['diff', '--name-only', '-z'];

/**
 * Throws a {@link UsageError} where git could not give back some files that are about to be written, since it does not track
 * them or has other texts of them. They are given by their paths below `root`.
 */
export async function assertTracked(root: string, paths: readonly string[], accepted: Accepted): Promise<void> {
  await assertCleanRepository(
    paths.map(path => realpathSync(resolve(root, path))),
    accepted,
  );
  if (accepted.allowDirty === true) return;
  const untracked: string[] = [];
  for (const [folder, own] of groupBy(paths, path => dirname(realpathSync(resolve(root, path))))) {
    const nameOf = (path: string): string => basename(realpathSync(resolve(root, path)));
    const listed = await runGit(folder, ['--literal-pathspecs', 'ls-files', '-z', '--', ...own.map(nameOf)]);
    const tracked = new Set(listed.ok ? toPaths(listed.out) : own.map(nameOf)); // without a repository, which was accepted
    untracked.push(...own.filter(path => !tracked.has(nameOf(path))));
  }
  if (untracked.length > 0)
    throw new UsageError(
      `Not tracked by git, so edits could not be reverted: ${listSome(untracked.toSorted())}. Add and commit the files, or pass --allow-dirty.`,
    );
}

async function assertRepository(folder: string): Promise<void> {
  const repository = await findRepository(folder);
  if (repository.kind === 'none')
    throw new UsageError(
      `${folder}: not inside a git repository, so edits could not be reverted. Pass --allow-no-vcs to write anyway.`,
    );
  if (repository.kind === 'ofAnother')
    throw new UsageError(`${adviseTrust(repository.top)} Pass --allow-no-vcs to write without git.`);
}

function nearestFolder(target: string): string {
  let folder = resolve(target);
  while (!existsSync(folder) || !statSync(folder).isDirectory()) folder = dirname(folder);
  return folder;
}
