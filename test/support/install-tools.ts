import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from './paths.js';

/**
 * Installs what tests use beside the project's own packages, where it is missing: other compilers, and the linters that the
 * README compares with. Vitest calls it once, before all tests.
 */
export default function installTools(): void {
  for (const name of ['compilers', 'peers']) {
    const folder = resolve(root, 'test', name);
    if (existsSync(resolve(folder, 'node_modules/.package-lock.json'))) continue;
    // Not `npm ci`: it refuses a lock file without the binaries for other platforms, which not every registry has.
    execFileSync('npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
  }
}
