import type ts from 'typescript';

/** The files of a project, as its compiler read them. */
export interface ProjectFiles {
  /** Every file that was read, those of packages and of the language among them. */
  all(): readonly ts.SourceFile[];

  /**
   * Those of them that are the project's own: sources, those of other packages of the workspace among them, however these are
   * linked together; neither declaration files, whoever wrote them, nor what really lies in `node_modules`. So a package that
   * ships its sources is another's, and so is a copy of a workspace package that was installed there.
   */
  own(): readonly ts.SourceFile[];

  /** The file of a name; undefined where none of that name was read. */
  named(fileName: string): ts.SourceFile | undefined;

  /** Whether a file is one of {@link own}. */
  isOwn(sourceFile: ts.SourceFile): boolean;

  /** Whether a file is one of those by which TypeScript declares the language. */
  isOfLanguage(sourceFile: ts.SourceFile): boolean;
}
