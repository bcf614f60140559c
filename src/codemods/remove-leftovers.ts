import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { processOfTemporary } from './write-file-atomically.js';

/** Removes the temporary files that killed runs left in the folders of some files, but those of processes that are alive. */
export async function removeLeftovers(fileNames: readonly string[]): Promise<void> {
  for (const folder of new Set(fileNames.map(fileName => dirname(fileName)))) {
    for (const name of await namesIn(folder)) {
      const owner = processOfTemporary(name);
      if (owner !== undefined && !isAlive(owner)) await rm(join(folder, name), { force: true });
    }
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch {
    return []; // a folder that cannot be read holds nothing that can be removed
  }
}

/** Whether a process of that number runs, other than this one, which has written nothing yet. */
function isAlive(id: number): boolean {
  if (id === process.pid) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
