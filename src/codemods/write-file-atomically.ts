import { link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { hashOf } from './source-text.js';

/**
 * Replaces a file's bytes in one step: whoever looks sees either all of the old or all of the new. Refuses, by throwing,
 * when the file is no longer the one whose hash is given. Keeps the file's mode.
 */
export async function writeFileAtomically(path: string, bytes: Uint8Array, expectedHash: string): Promise<void> {
  const temporary = temporaryFor(path);
  try {
    await writeDurably(temporary, bytes, (await stat(path)).mode);
    if (hashOf(await readFile(path)) !== expectedHash) throw new Error('the file changed while it was being rewritten');
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Makes a new file in one step, and the folders above it. Refuses, by throwing, when something is there already. */
export async function createFileAtomically(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = temporaryFor(path);
  try {
    await writeDurably(temporary, bytes);
    await link(temporary, path); // unlike `rename`, never replaces a file
  } finally {
    await rm(temporary, { force: true });
  }
}

/** A name that tells whose it is, so that a later run knows what a killed one left. */
function temporaryFor(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.persistence-tmp`);
}

async function writeDurably(path: string, bytes: Uint8Array, mode?: number): Promise<void> {
  const file = await open(path, 'w', mode);
  try {
    if (mode !== undefined) await file.chmod(mode); // `open` leaves out what the umask forbids
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
