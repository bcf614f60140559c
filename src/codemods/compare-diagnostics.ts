import type ts from 'typescript';

/** Errors of a file by their code and place: how many, and one of them as a reader sees it. */
export type DiagnosticCounts = ReadonlyMap<string, { readonly count: number; readonly message: string }>;

/**
 * Counts the syntactic and semantic errors of a file by code and place. `toOriginal` finds the place of an offset in the text
 * before the edits, so that errors before and after can be compared. Messages are left out: the checker prints the same type
 * in one way or another.
 */
export function countDiagnostics(
  program: ts.Program,
  fileName: string,
  { compiler, toOriginal }: Reading,
): DiagnosticCounts {
  const sourceFile = program.getSourceFile(fileName);
  const counts = new Map<string, { count: number; message: string }>();
  if (!sourceFile) return counts;
  for (const { code, messageText, start = 0 } of [
    ...program.getSyntacticDiagnostics(sourceFile),
    ...program.getSemanticDiagnostics(sourceFile),
  ]) {
    const key = `${code} ${toOriginal(start)}`;
    const message = `TS${code}: ${compiler.flattenDiagnosticMessageText(messageText, ' ')}`;
    counts.set(key, { count: (counts.get(key)?.count ?? 0) + 1, message });
  }
  return counts;
}

/** How errors are read. */
export interface Reading {
  readonly compiler: typeof ts;
  /** Where in the original text an offset comes from. */
  readonly toOriginal: (offset: number) => number;
}

/** The first error that is there more often after than before; undefined when there is none. */
export function findNewDiagnostic(before: DiagnosticCounts, after: DiagnosticCounts): string | undefined {
  return [...after].find(([key, { count }]) => count > (before.get(key)?.count ?? 0))?.[1].message;
}
