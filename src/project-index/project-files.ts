import type ts from 'typescript';

/** The files of a project, as its compiler read them. */
export interface ProjectFiles {
  /** Every file that was read, those of packages and of the language among them. */
  all(): readonly ts.SourceFile[];

  /** Those of them that the project is made of: no declarations, and nothing that belongs to a package. */
  own(): readonly ts.SourceFile[];

  /** The file of a name; undefined where none of that name was read. */
  named(fileName: string): ts.SourceFile | undefined;

  /** Whether a file is one of {@link own}. */
  isOwn(sourceFile: ts.SourceFile): boolean;

  /** Whether a file is one of those by which TypeScript declares the language. */
  isOfLanguage(sourceFile: ts.SourceFile): boolean;
}
