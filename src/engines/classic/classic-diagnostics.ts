import type ts from 'typescript';
import type { Diagnostic, Diagnostics } from '../diagnostics.js';

/** The errors of a program's files. */
export function classicDiagnostics(compiler: typeof ts, program: ts.Program): Diagnostics {
  return {
    syntactic: sourceFile => program.getSyntacticDiagnostics(sourceFile).map(toPlain),
    semantic: sourceFile => program.getSemanticDiagnostics(sourceFile).map(toPlain),
  };

  function toPlain({ code, messageText, start = 0 }: ts.Diagnostic): Diagnostic {
    return { code, start, text: compiler.flattenDiagnosticMessageText(messageText, ' ') };
  }
}
