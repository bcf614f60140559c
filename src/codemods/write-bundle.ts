import { openJournal, type Journal } from './bundle-journal.js';
import { stageFile, type StagedFile, type WantedFile } from './write-file-atomically.js';

/**
 * Writes some files, all or none. Gives what kept it from that; undefined where all are written. Of several, a journal says while
 * they are put in place what the next run has to finish, were this one killed.
 */
export async function writeBundle(files: readonly WantedFile[]): Promise<string | undefined> {
  const staged: StagedFile[] = [];
  const undo: (() => Promise<void>)[] = [];
  let journal: Journal | undefined;
  try {
    for (const file of files) staged.push(await stageFile(file));
    if (staged.length > 1) journal = await openJournal(staged);
    for (const file of staged) undo.unshift(await file.commit());
    await journal?.remove();
    return undefined;
  } catch (error) {
    await journal?.remove();
    for (const rollBack of undo) await rollBack();
    for (const file of staged) await file.discard();
    return error instanceof Error ? error.message : String(error);
  }
}
