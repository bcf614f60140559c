import { stageFile, type StagedFile, type WantedFile } from './write-file-atomically.js';

/** Writes some files, all or none. Gives what kept it from that; undefined where all are written. */
export async function writeBundle(files: readonly WantedFile[]): Promise<string | undefined> {
  const staged: StagedFile[] = [];
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const file of files) staged.push(await stageFile(file));
    for (const file of staged) undo.unshift(await file.commit());
    return undefined;
  } catch (error) {
    for (const takeBack of undo) await takeBack();
    for (const file of staged) await file.discard();
    return error instanceof Error ? error.message : String(error);
  }
}
