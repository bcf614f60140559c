import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { finishJournal, isJournal } from './bundle-journal.js';
import { processOfTemporary } from './write-file-atomically.js';

/**
 * Removes the temporary files that killed runs left in the folders of some files, but those of processes that are alive. Where one
 * was killed while it put files below `root` in place that belong together, the rest is put in place before.
 */
export async function removeLeftovers(fileNames: readonly string[], root: string): Promise<void> {
  const folders = new Set(fileNames.map(fileName => dirname(fileName)));
  const leftovers = (await Promise.all([...folders].map(findLeftovers))).flat();
  for (const path of leftovers) if (isJournal(basename(path))) await finishJournal(path, root);
  for (const path of leftovers) await rm(path, { force: true });
}

async function findLeftovers(folder: string): Promise<readonly string[]> {
  const names = await namesIn(folder);
  return names.filter(isLeftover).map(name => join(folder, name));
}

function isLeftover(name: string): boolean {
  const owner = processOfTemporary(name);
  return owner !== undefined && !isAlive(owner);
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
