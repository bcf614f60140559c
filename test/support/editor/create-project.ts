import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { root } from '../paths.js';

/**
 * Writes files into a new folder inside the repository, so that what they import is found in its `node_modules`, and the
 * plugin by its own name. The folder goes when the test ends.
 */
export async function createProject(files: Readonly<Record<string, string>>): Promise<string> {
  const parent = join(root, '.tmp');
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, 'editor-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}
