import { toRealPath } from './assign-files.js';
import { adviseTrust, findRepository } from './find-repository.js';
import { runGit } from './run-git.js';
import { UsageError } from './usage-error.js';

/** The real path of the top of the git repository that a folder is in. Throws a {@link UsageError} where there is none, which `flag` needs. */
export async function findTop(cwd: string, flag: '--since' | '--staged'): Promise<string> {
  const top = await runGit(cwd, ['rev-parse', '--show-toplevel']);
  if (top.ok) return toRealPath(top.out.replace(/\r?\n$/, ''));
  const repository = await findRepository(cwd);
  throw new UsageError(
    repository.kind === 'ofAnother'
      ? adviseTrust(repository.top)
      : `${cwd}: not inside a git repository, which ${flag} requires.`,
  );
}
