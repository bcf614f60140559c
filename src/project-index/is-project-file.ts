import type ts from 'typescript';

/** The files of a program, and how it came by them. */
export type ProgramFiles = Pick<
  ts.Program,
  'getSourceFiles' | 'isSourceFileDefaultLibrary' | 'isSourceFileFromExternalLibrary'
>;

/**
 * Whether a file is the project's own: a source, and neither a declaration file, whoever wrote it, nor one that the program
 * only reads because it looked for a package in `node_modules`. So a package that ships its sources is another's, and so is
 * one of the same workspace that is linked into `node_modules`, unless the tsconfig includes its files as well.
 */
export function isProjectFile(
  sourceFile: ts.SourceFile,
  program: Pick<ProgramFiles, 'isSourceFileFromExternalLibrary'>,
): boolean {
  return !sourceFile.isDeclarationFile && !program.isSourceFileFromExternalLibrary(sourceFile);
}
