import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from './paths.js';

const folder = resolve(root, 'test/compilers');

/** Installs the compilers that tests use beside the project's own, where they are missing. Vitest calls it once, before all tests. */
export default function installCompilers(): void {
  if (existsSync(resolve(folder, 'node_modules/typescript-5.4'))) return;
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
}
