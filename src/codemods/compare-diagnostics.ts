import type { Engine } from '../engines/engine.js';

/** Errors of a file by their code and place: how many, and one of them as a reader sees it. */
export type DiagnosticCounts = ReadonlyMap<string, { readonly count: number; readonly message: string }>;

/**
 * Counts the syntactic and semantic errors of a file by code and place. `toOriginal` finds the place of an offset in the text
 * before the edits, so that errors before and after can be compared. Messages are left out: the checker prints the same type
 * in one way or another.
 */
export function countDiagnostics(
  { diagnostics, files }: Engine,
  fileName: string,
  toOriginal: (offset: number) => number,
): DiagnosticCounts {
  const sourceFile = files.named(fileName);
  const counts = new Map<string, { count: number; message: string }>();
  if (!sourceFile) return counts;
  for (const { code, start, text } of [...diagnostics.syntactic(sourceFile), ...diagnostics.semantic(sourceFile)]) {
    const key = `${code} ${toOriginal(start)}`;
    counts.set(key, { count: (counts.get(key)?.count ?? 0) + 1, message: `TS${code}: ${text}` });
  }
  return counts;
}

/** The first error that is there more often after than before; undefined when there is none. */
export function findNewDiagnostic(before: DiagnosticCounts, after: DiagnosticCounts): string | undefined {
  return [...after].find(([key, { count }]) => count > (before.get(key)?.count ?? 0))?.[1].message;
}
