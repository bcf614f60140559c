import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { UsageError } from './usage-error.js';

const execute = promisify(execFile);

/** How a git command ended. */
export type GitResult = { readonly ok: true; readonly out: string } | { readonly ok: false; readonly status: number };

/** Runs git in a folder, which may be a disk of its own inside of a repository. Whether it succeeded is told by its exit status, never by its words. Throws a {@link UsageError} where there is no git. */
export async function runGit(folder: string, words: readonly string[]): Promise<GitResult> {
  try {
    const { stdout } = await execute('git', ['--no-optional-locks', '-C', folder, ...words], {
      maxBuffer: 1 << 28,
      env: { ...process.env, GIT_DISCOVERY_ACROSS_FILESYSTEM: '1' },
    });
    return { ok: true, out: stdout };
  } catch (error) {
    const { code } = error as { readonly code?: number | string }; // what execFile rejects with
    if (typeof code === 'number') return { ok: false, status: code };
    throw new UsageError(`git cannot be run (${String(code)}).`);
  }
}

/** The paths that a git command with `-z` gives. */
export function toPaths(out: string): readonly string[] {
  return out.split('\0').filter(path => path !== '');
}
