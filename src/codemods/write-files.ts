import { realpathSync } from 'node:fs';
import { isEdited, rollBack, type FileState } from './file-state.js';
import type { Skip } from './run-project.js';
import { toBytes } from './source-text.js';
import { writeFileAtomically } from './write-file-atomically.js';

/** Writes every edited file. What cannot be written is rolled back, and given back with the reason. */
export async function writeFiles(states: readonly FileState[]): Promise<readonly Skip[]> {
  const skips: Skip[] = [];
  for (const state of states.filter(isEdited)) {
    try {
      await writeFileAtomically(realpathSync(state.fileName), toBytes(state.text, state.original), state.original.hash);
    } catch (error) {
      const reason = `not written: ${error instanceof Error ? error.message : String(error)}`;
      rollBack(state, reason);
      skips.push({ fileName: state.fileName, reason });
    }
  }
  return skips;
}
