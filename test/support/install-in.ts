import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Installs the packages of a folder with a lock file of its own, where they are missing. */
export function installIn(folder: string): void {
  if (existsSync(resolve(folder, 'node_modules/.package-lock.json'))) return;
  // Not `npm ci`: it refuses a lock file without the binaries for other platforms, which not every registry has.
  execFileSync('npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
}
