import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { runGit, toPaths } from '../codemods/run-git.js';
import { UsageError } from '../codemods/usage-error.js';

/** What is known to be at risk, and accepted. */
export interface Accepted {
  readonly allowDirty?: boolean;
  readonly allowNoVcs?: boolean;
}

/**
 * Throws a {@link UsageError} where the edits of some targets could not be told apart from other changes, or taken back:
 * outside of any git repository, or with tracked files in a target that have changes nobody committed.
 */
export async function assertCleanRepository(targets: readonly string[], { allowDirty = false, allowNoVcs = false }: Accepted): Promise<void> {
  for (const target of targets) {
    const folder = nearestFolder(target);
    const inside = await runGit(folder, ['rev-parse', '--is-inside-work-tree']);
    if (!inside.ok && !allowNoVcs) throw new UsageError(`${target}: this is in no git repository, so nothing could be taken back. Pass --allow-no-vcs to write all the same.`);
    if (!inside.ok || allowDirty) continue;
    const status = await runGit(folder, ['status', '--porcelain', '-z', '--untracked-files=no', '--', target]);
    const changed = status.ok ? toPaths(status.out).map(entry => entry.replace(/^.. /, '')) : [];
    if (changed.length > 0) throw new UsageError(`Not committed yet: ${listSome(changed)}. Commit or stash this, so that the edits can be told apart, or pass --allow-dirty.`);
  }
}

/** The files of a repository that git does not track, of those that are given by their paths below `root`. */
export async function findUntracked(root: string, paths: readonly string[]): Promise<readonly string[]> {
  const inside = await runGit(root, ['rev-parse', '--is-inside-work-tree']);
  if (!inside.ok) return [];
  const tracked = await runGit(root, ['ls-files', '-z']);
  const known = new Set(tracked.ok ? toPaths(tracked.out) : []);
  return paths.filter(path => !known.has(path) && existsSync(join(root, path)));
}

/** The first few of some paths, in a sentence. */
export function listSome(paths: readonly string[]): string {
  const shown = paths.slice(0, 10);
  return `${shown.join(', ')}${paths.length > shown.length ? ` and ${paths.length - shown.length} more` : ''}`;
}

function nearestFolder(target: string): string {
  let folder = resolve(target);
  while (!existsSync(folder) || !statSync(folder).isDirectory()) folder = dirname(folder);
  return folder;
}
