import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';

/** Installs the packages of a folder with a lock file of its own, where they are missing or older than that file. */
export function installIn(folder: string): void {
  const installed = statSync(resolve(folder, 'node_modules/.package-lock.json'), { throwIfNoEntry: false });
  if (installed && installed.mtimeMs >= statSync(resolve(folder, 'package-lock.json')).mtimeMs) return;
  // Not `npm ci`: it refuses a lock file without the binaries for other platforms, which not every registry has.
  execFileSync('npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'inherit',
  });
}
