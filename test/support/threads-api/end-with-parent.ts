import type { ChildProcess } from 'node:child_process';

/** Sees to it that a child process does not outlive this process. */
export function endWithParent(child: ChildProcess): void {
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('close', () => process.off('exit', kill));
}
