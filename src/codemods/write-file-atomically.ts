import { fsync } from 'node:fs';
import { link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { hashOf } from './source-text.js';

/** The new contents of a file. */
export interface WantedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The hash of the current contents; undefined if the file must not exist. */
  readonly expectedHash: string | undefined;
}

/** New bytes of a file, beside it. */
export interface StagedBytes extends Pick<WantedFile, 'expectedHash' | 'path'> {
  /** The file that contains them. */
  readonly temporary: string;
}

/** A file whose new bytes lie beside it, written and synced. */
export interface StagedFile extends StagedBytes {
  /**
   * Puts them in place, in one step. Refuses, by throwing, when the file is no longer the one whose hash was given. Gives what
   * takes that back.
   */
  commit(): Promise<() => Promise<void>>;
  /** Removes them. */
  discard(): Promise<void>;
}

/** Writes the new bytes of a file beside it. Throws when that cannot be done, and leaves nothing then. Keeps the file's mode. */
export async function stageFile({ bytes, expectedHash, path }: WantedFile): Promise<StagedFile> {
  const temporary = temporaryPath(path);
  const discard = (): Promise<void> => rm(temporary, { force: true });
  try {
    if (expectedHash === undefined) await mkdir(dirname(path), { recursive: true });
    await writeDurably(temporary, bytes, expectedHash === undefined ? undefined : (await stat(path)).mode);
  } catch (error) {
    await discard();
    throw error;
  }
  return { path, temporary, expectedHash, discard, commit };

  async function commit(): Promise<() => Promise<void>> {
    const before = expectedHash === undefined ? undefined : await readFile(path);
    if (before && hashOf(before) !== expectedHash) throw new Error('the file changed while it was being rewritten');
    await putInPlace({ path, temporary, expectedHash });
    if (!before) return () => rm(path);
    return async () => {
      const staged = await stageFile({ path, bytes: before, expectedHash: hashOf(bytes) });
      await staged.commit();
    };
  }
}

/** Puts new bytes in place, in one step. */
export async function putInPlace({ expectedHash, path, temporary }: StagedBytes): Promise<void> {
  if (expectedHash !== undefined) return rename(temporary, path);
  await link(temporary, path); // unlike `rename`, never replaces a file
  await rm(temporary, { force: true });
}

/** The name of the temporary file that a process writes next to another one. */
export function temporaryPath(path: string, owner = process.pid): string {
  return join(dirname(path), `.${basename(path)}.${owner}.persistence-tmp`);
}

/** The number of the process that wrote a temporary file of that name; undefined where the name is of another kind. */
export function processOfTemporary(name: string): number | undefined {
  const [, id] = /^\..*\.(\d+)\.persistence-tmp$/.exec(name) ?? [];
  return id === undefined ? undefined : Number(id);
}

/** Of `node:fs`, for what Yarn Plug'n'Play puts in place of `node:fs/promises` cannot do it. */
const sync = promisify(fsync);

/** Writes a file, and waits until the disk has it. */
export async function writeDurably(path: string, bytes: Uint8Array, mode?: number): Promise<void> {
  const file = await open(path, 'w', mode);
  try {
    if (mode !== undefined) await file.chmod(mode); // `open` leaves out what the umask forbids
    await file.writeFile(bytes);
    await sync(file.fd);
  } finally {
    await file.close();
  }
}
