import type ts from 'typescript';

/** A place on the way from a call to the persistence call, or the blocking one, that it comes to. Lines and columns count from 1. */
export interface Step {
  /** The function's name, or the call without its arguments. */
  readonly name: string;
  /** Absolute, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The place where a node begins, without the comments before it. */
export function toStep(node: ts.Node, name: string): Step {
  const sourceFile = node.getSourceFile();
  const { character, line } = sourceFile.getLineAndCharacterOfPosition(node.getStart(sourceFile));
  return { name, file: sourceFile.fileName, line: line + 1, column: character + 1 };
}
