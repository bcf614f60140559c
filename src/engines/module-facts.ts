import type ts from 'typescript';

/** How the files of a project are loaded, by its options and by Node's rules where these ask for them. */
export interface ModuleFacts {
  /** Whether a file becomes a CommonJS module, which has `__filename` where others have `import.meta`. */
  isCommonJs(sourceFile: ts.SourceFile): boolean;

  /** Whether Node's rules want the paths of a file's relative imports to end as the files do. */
  needsEndings(sourceFile: ts.SourceFile): boolean;

  /** Whether a CommonJS module may import another one as a default. */
  hasDefaultImports(): boolean;
}
