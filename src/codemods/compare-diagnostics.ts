import type ts from 'typescript';

/** The checker's complaints about a file, each with how often it is made. Positions are left out, since edits move them. */
export type DiagnosticCounts = ReadonlyMap<string, number>;

/** Counts the semantic and syntactic errors of a file. */
export function countDiagnostics(program: ts.Program, fileName: string, compiler: typeof ts): DiagnosticCounts {
  const sourceFile = program.getSourceFile(fileName);
  const counts = new Map<string, number>();
  if (!sourceFile) return counts;
  for (const diagnostic of [...program.getSyntacticDiagnostics(sourceFile), ...program.getSemanticDiagnostics(sourceFile)]) {
    const key = `TS${diagnostic.code}: ${compiler.flattenDiagnosticMessageText(diagnostic.messageText, ' ')}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** The first complaint that is made more often after than before; undefined when there is none. */
export function findNewDiagnostic(before: DiagnosticCounts, after: DiagnosticCounts): string | undefined {
  return [...after].find(([key, count]) => count > (before.get(key) ?? 0))?.[0];
}
