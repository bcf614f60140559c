import { realpathSync } from 'node:fs';
import { rollBack, type Outcome } from './file-outcome.js';
import { listenForInterrupts } from './listen-for-interrupts.js';
import { mergeOverlapping } from './merge-overlapping.js';
import { toBytes } from './source-text.js';
import { writeBundle } from './write-bundle.js';
import type { WantedFile } from './write-file-atomically.js';

/**
 * Writes every edited and every created file. Files that one repair edits are written together or not at all. The edits of
 * one that cannot be written are rolled back, and it is skipped with the reason. An interrupt ends it between two files.
 */
export async function writeFiles(outcome: Outcome): Promise<Outcome> {
  const wanted = toWanted(outcome);
  const problems = new Map<string, string>();
  const interrupts = listenForInterrupts();
  for (const bundle of mergeOverlapping([...[...wanted.keys()].map(fileName => [fileName]), ...outcome.bundles])) {
    const files = bundle.flatMap(fileName => wanted.get(fileName) ?? []);
    const problem = interrupts.heard() ? 'the run was interrupted' : await writeBundle(files);
    if (problem !== undefined) for (const fileName of bundle) problems.set(fileName, `not written: ${problem}`);
  }
  interrupts.stop();
  return {
    ...outcome,
    files: outcome.files.map(file => {
      const problem = problems.get(file.fileName);
      return problem === undefined ? file : rollBack(file, problem);
    }),
    skips: [
      ...outcome.skips,
      ...[...problems].map(([fileName, reason]) => ({ fileName, cause: 'notWritten' as const, reason })),
    ],
  };
}

/** The new contents of files, by file name. */
function toWanted({ created, files }: Outcome): ReadonlyMap<string, WantedFile> {
  const edited = files.flatMap(({ fileName, rewritten }) => {
    if (!rewritten) return [];
    const { original, text } = rewritten;
    return [
      [
        fileName,
        { path: realpathSync(fileName), bytes: toBytes(text, original), expectedHash: original.hash },
      ] as const,
    ];
  });
  const added = created.map(
    ({ fileName, text }) =>
      [fileName, { path: fileName, bytes: Buffer.from(text, 'utf8'), expectedHash: undefined }] as const,
  );
  return new Map<string, WantedFile>([...edited, ...added]);
}
