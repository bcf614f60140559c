import { link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { hashOf } from './source-text.js';

/** What a file is to hold. */
export interface WantedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The hash of what the file holds now; undefined where there is to be none. */
  readonly expectedHash: string | undefined;
}

/** A file whose new bytes lie beside it, written and synced. */
export interface StagedFile {
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
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.persistence-tmp`);
  const discard = (): Promise<void> => rm(temporary, { force: true });
  try {
    if (expectedHash === undefined) await mkdir(dirname(path), { recursive: true });
    await writeDurably(temporary, bytes, expectedHash === undefined ? undefined : (await stat(path)).mode);
  } catch (error) {
    await discard();
    throw error;
  }
  return { discard, commit };

  async function commit(): Promise<() => Promise<void>> {
    if (expectedHash === undefined) {
      await link(temporary, path); // unlike `rename`, never replaces a file
      await discard();
      return () => rm(path);
    }
    const before = await readFile(path);
    if (hashOf(before) !== expectedHash) throw new Error('the file changed while it was being rewritten');
    await rename(temporary, path);
    return async () => {
      const staged = await stageFile({ path, bytes: before, expectedHash: hashOf(bytes) });
      await staged.commit();
    };
  }
}

/** The number of the process that wrote a temporary file of that name; undefined where the name is of another kind. */
export function processOfTemporary(name: string): number | undefined {
  const [, id] = /^\..*\.(\d+)\.persistence-tmp$/.exec(name) ?? [];
  return id === undefined ? undefined : Number(id);
}

async function writeDurably(path: string, bytes: Uint8Array, mode: number | undefined): Promise<void> {
  const file = await open(path, 'w', mode);
  try {
    if (mode !== undefined) await file.chmod(mode); // `open` leaves out what the umask forbids
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
