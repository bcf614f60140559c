import type ts from 'typescript';

/** A complaint of the checker that a file has several times, perhaps. */
interface Counted {
  readonly count: number;
  /** As a reader sees one of them. */
  readonly message: string;
}

/**
 * The checker's complaints about a file, by what they are about: their code and the text they point at, without `await` and
 * blanks. Positions are left out, since edits move them; and messages, since the checker prints the same type in one way or
 * another.
 */
export type DiagnosticCounts = ReadonlyMap<string, Counted>;

/** Counts the semantic and syntactic errors of a file. */
export function countDiagnostics(program: ts.Program, fileName: string, compiler: typeof ts): DiagnosticCounts {
  const sourceFile = program.getSourceFile(fileName);
  const counts = new Map<string, Counted>();
  if (!sourceFile) return counts;
  for (const { code, length = 0, messageText, start = 0 } of [...program.getSyntacticDiagnostics(sourceFile), ...program.getSemanticDiagnostics(sourceFile)]) {
    const key = `${code} ${sourceFile.text.slice(start, start + length).replace(/\bawait\b|\s+/g, '')}`;
    const message = `TS${code}: ${compiler.flattenDiagnosticMessageText(messageText, ' ')}`;
    counts.set(key, { count: (counts.get(key)?.count ?? 0) + 1, message });
  }
  return counts;
}

/** The first complaint that is made more often after than before; undefined when there is none. */
export function findNewDiagnostic(before: DiagnosticCounts, after: DiagnosticCounts): string | undefined {
  return [...after].find(([key, { count }]) => count > (before.get(key)?.count ?? 0))?.[1].message;
}
