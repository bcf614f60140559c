import type ts from 'typescript';
import { noteDisk } from '../../dependencies.js';
import { packageOfFile } from '../../package-of-file.js';
import type { ProjectFiles } from '../../project-index/project-files.js';

/** The files of a program. */
export function classicFiles(compiler: typeof ts, program: ts.Program): ProjectFiles {
  let own: readonly ts.SourceFile[] | undefined;
  return {
    all: () => program.getSourceFiles(),
    own: () => (own ??= program.getSourceFiles().filter(isOwn)),
    named: fileName => program.getSourceFile(fileName),
    isOwn,
    isOfLanguage: sourceFile => program.isSourceFileDefaultLibrary(sourceFile),
  };

  function isOwn(sourceFile: ts.SourceFile): boolean {
    return (
      !sourceFile.isDeclarationFile &&
      (!program.isSourceFileFromExternalLibrary(sourceFile) || isOutsidePackages(sourceFile.fileName))
    );
  }

  /** Whether what was looked for in `node_modules` is a link to what lies elsewhere, which the compiler follows unless it is told not to. */
  function isOutsidePackages(fileName: string): boolean {
    return packageOfFile(fileName) === undefined || packageOfFile(toRealPath(fileName)) === undefined;
  }

  function toRealPath(fileName: string): string {
    noteDisk('realPath', fileName);
    return compiler.sys.realpath?.(fileName) ?? fileName;
  }
}
