import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { runGit } from './run-git.js';

/** Whether a folder is in a git repository. */
export type Repository =
  | { readonly kind: 'usable' }
  | { readonly kind: 'none' }
  /** It is, in `top`, and git does not touch that, since it belongs to another user. */
  | { readonly kind: 'ofAnother'; readonly top: string };

/** Finds the repository that a folder is in. git refuses one of another user as if there were none, so it is asked once more, as if all were its user's. */
export async function findRepository(folder: string): Promise<Repository> {
  const inside = await runGit(folder, ['rev-parse', '--is-inside-work-tree']);
  if (inside.ok) return { kind: 'usable' };
  const top = findTop(folder);
  if (top === undefined) return { kind: 'none' };
  const trusting = await runGit(folder, ['-c', 'safe.directory=*', 'rev-parse', '--is-inside-work-tree']);
  return trusting.ok || isOfAnother(top) ? { kind: 'ofAnother', top } : { kind: 'none' };
}

/** Git's advice for a repository that it refuses to use. */
export function adviseTrust(top: string): string {
  return `${top}: git refuses to use this repository because it belongs to another user. If you trust it, run \`git config --global --add safe.directory ${top}\`.`;
}

/** The nearest folder with git's data. */
function findTop(start: string): string | undefined {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** Git before 2.38 does not let anybody trust a folder for one command. */
function isOfAnother(top: string): boolean {
  return statSync(join(top, '.git')).uid !== process.getuid?.();
}
