import { basename } from 'node:path';
import ts from 'typescript';

/** What a fixture says is lost, by line: `12 floating, fix`. */
export function expectationsIn({ text }: ts.SourceFile): readonly string[] {
  return text.split('\n').flatMap((line, index) => {
    const [, expected] = line.split(' // lost: ');
    return expected === undefined ? [] : [`${index + 1} ${expected}`];
  });
}

/** The type errors of a fixture, each with its line. */
export function typeErrorsIn(sourceFile: ts.SourceFile, program: ts.Program): readonly string[] {
  return program
    .getSemanticDiagnostics(sourceFile)
    .map(
      ({ messageText, start = 0 }) =>
        `${basename(sourceFile.fileName)}:${lineAt(start, sourceFile)} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
}

/** The line of an offset, from 1. */
export function lineAt(offset: number, sourceFile: ts.SourceFile): number {
  return sourceFile.getLineAndCharacterOfPosition(offset).line + 1;
}
