import type ts from 'typescript';
import type { ProjectFiles } from '../../project-index/project-files.js';

/** The files of a program. */
export function classicFiles(program: ts.Program): ProjectFiles {
  let own: readonly ts.SourceFile[] | undefined;
  return {
    all: () => program.getSourceFiles(),
    own: () => (own ??= program.getSourceFiles().filter(isOwn)),
    named: fileName => program.getSourceFile(fileName),
    isOwn,
    isOfLanguage: sourceFile => program.isSourceFileDefaultLibrary(sourceFile),
  };

  function isOwn(sourceFile: ts.SourceFile): boolean {
    return !sourceFile.isDeclarationFile && !program.isSourceFileFromExternalLibrary(sourceFile);
  }
}
