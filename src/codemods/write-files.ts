import { realpathSync } from 'node:fs';
import { isEdited, leaveUnwritten } from './file-state.js';
import { listenForInterrupts } from './listen-for-interrupts.js';
import { mergeOverlapping } from './merge-overlapping.js';
import type { ProjectOutcome, Skip } from './run-project.js';
import { toBytes } from './source-text.js';
import { writeBundle } from './write-bundle.js';
import type { WantedFile } from './write-file-atomically.js';

/**
 * Writes every edited and every created file. Files that one repair edits are written together or not at all. What cannot be
 * written is rolled back, and given back with the reason. An interrupt ends it between two files.
 */
export async function writeFiles(outcome: ProjectOutcome): Promise<readonly Skip[]> {
  const wanted = toWanted(outcome);
  const skips: Skip[] = [];
  const interrupts = listenForInterrupts();
  for (const bundle of mergeOverlapping([...[...wanted.keys()].map(fileName => [fileName]), ...outcome.bundles])) {
    const files = bundle.flatMap(fileName => wanted.get(fileName) ?? []);
    const problem = interrupts.heard() ? 'the run was interrupted' : await writeBundle(files);
    if (problem !== undefined) skips.push(...bundle.map(fileName => ({ fileName, reason: `not written: ${problem}` })));
  }
  interrupts.stop();
  for (const { fileName, reason } of skips) {
    const state = outcome.states.find(candidate => candidate.fileName === fileName);
    if (state) leaveUnwritten(state, reason);
  }
  return skips;
}

/** What files are to hold, by the name of the file. */
function toWanted({ created, states }: ProjectOutcome): ReadonlyMap<string, WantedFile> {
  const edited = states.filter(isEdited).map(({ fileName, original, text }) => {
    return [fileName, { path: realpathSync(fileName), bytes: toBytes(text, original), expectedHash: original.hash }] as const;
  });
  const added = created.map(({ fileName, text }) => [fileName, { path: fileName, bytes: Buffer.from(text, 'utf8'), expectedHash: undefined }] as const);
  return new Map<string, WantedFile>([...edited, ...added]);
}
