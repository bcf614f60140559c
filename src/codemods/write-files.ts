import { realpathSync } from 'node:fs';
import { isEdited, leaveUnwritten } from './file-state.js';
import type { ProjectOutcome, Skip } from './run-project.js';
import { toBytes } from './source-text.js';
import { createFileAtomically, writeFileAtomically } from './write-file-atomically.js';

/** Writes every edited and every created file. What cannot be written is rolled back, and given back with the reason. */
export async function writeFiles({ created, states }: ProjectOutcome): Promise<readonly Skip[]> {
  const skips: Skip[] = [];
  for (const state of states.filter(isEdited)) {
    try {
      await writeFileAtomically(realpathSync(state.fileName), toBytes(state.text, state.original), state.original.hash);
    } catch (error) {
      const reason = `not written: ${error instanceof Error ? error.message : String(error)}`;
      leaveUnwritten(state, reason);
      skips.push({ fileName: state.fileName, reason });
    }
  }
  for (const { fileName, text } of created) await createFileAtomically(fileName, Buffer.from(text, 'utf8'));
  return skips;
}
