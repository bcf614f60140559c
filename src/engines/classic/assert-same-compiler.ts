import type ts from 'typescript';

/** Says that a program was made by another compiler than the one that its questions are asked with. */
export class MixedCompilersError extends Error {}

/**
 * Throws a {@link MixedCompilersError} when `compiler` did not make `program`: the numbers behind `TypeFlags` and `SyntaxKind` differ between versions,
 * so questions asked with the wrong compiler get wrong answers in silence.
 */
export function assertSameCompiler(compiler: typeof ts, program: ts.Program): void {
  const [file] = program.getSourceFiles();
  const sameFlags = (program.getTypeChecker().getUndefinedType().flags & compiler.TypeFlags.Undefined) !== 0;
  if (sameFlags && (file === undefined || compiler.isSourceFile(file))) return;
  throw new MixedCompilersError(
    `The program was created by a version of TypeScript other than ${compiler.version}, which the plugin uses. ` +
      'Install a single version of typescript: `npm ls typescript` lists them.',
  );
}
