import type ts from 'typescript';

/** An error of a file. */
export interface Diagnostic {
  /** The number that TypeScript gives this kind of error, the same in all versions. */
  readonly code: number;
  /** Where it begins in the text; 0 where it is about the whole file. */
  readonly start: number;
  /** What the compiler says, on one line. Two compilers, or one asked twice, may print the same type in different ways. */
  readonly text: string;
}

/** The errors of files. */
export interface Diagnostics {
  /** What keeps a file from being read to its end, and what JavaScript may not hold. */
  syntactic(sourceFile: ts.SourceFile): readonly Diagnostic[];

  /** What does not type-check. */
  semantic(sourceFile: ts.SourceFile): readonly Diagnostic[];
}
