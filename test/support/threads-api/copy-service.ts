import { cp, mkdir, mkdtemp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { root } from '../paths.js';

/**
 * Copies the sources of the threads service to a fresh folder inside the project, where its dependencies resolve.
 * The caller removes the folder that is returned.
 */
export async function copyService(): Promise<string> {
  const parent = join(root, '.tmp');
  await mkdir(parent, { recursive: true });
  const directory = await mkdtemp(join(parent, 'threads-api-'));
  await cp(join(root, 'fixtures', 'threads-api'), directory, { recursive: true, filter: isSource });
  return directory;
}

function isSource(path: string): boolean {
  return !['dist', 'node_modules'].includes(basename(path));
}
