import { execFileSync } from 'node:child_process';

/** Runs git in a folder, as somebody with a name. */
export function git(cwd: string, ...words: readonly string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...identity, ...words], { cwd, encoding: 'utf8' });
}

/** Makes a folder a repository with everything in it committed. */
export function createRepository(cwd: string): void {
  git(cwd, 'init', '--quiet', '--initial-branch', 'main');
  commitAll(cwd);
}

/** Commits everything in a folder. */
export function commitAll(cwd: string): void {
  git(cwd, 'add', '--all');
  git(cwd, 'commit', '--quiet', '--allow-empty', '--message', 'Change');
}
