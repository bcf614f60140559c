import type ts from 'typescript';
import type { Syntax } from './syntax.js';

/** A comment as ESLint's trees have it. */
export interface Comment {
  readonly type: 'Block' | 'Line';
  /** Without what opens and closes it. */
  readonly value: string;
  readonly range: [number, number];
  readonly loc: { readonly start: Position; readonly end: Position };
}

/** A line from 1 and a column from 0. */
interface Position {
  readonly line: number;
  readonly column: number;
}

/** Finds the comments of a file that speak of ESLint, in order: those that can be directives. What they mean is for ESLint to say. */
export function findDirectiveComments(sourceFile: ts.SourceFile, syntax: Syntax): readonly Comment[] {
  const comments = new Map<number, Comment>();
  for (const { index } of sourceFile.text.matchAll(/eslint/g)) {
    const range = findCommentAt(index, sourceFile, syntax);
    if (range) comments.set(range.pos, toComment(range, sourceFile, syntax));
  }
  return [...comments.values()];
}

function findCommentAt(position: number, sourceFile: ts.SourceFile, syntax: Syntax): ts.CommentRange | undefined {
  const { pos, start } = findTokenAt(position, sourceFile, syntax);
  if (position >= start) return undefined;
  const { text } = sourceFile;
  const before = [
    ...(syntax.getTrailingCommentRanges(text, pos) ?? []),
    ...(syntax.getLeadingCommentRanges(text, pos) ?? []),
  ];
  return before.find(range => range.pos <= position && position < range.end);
}

/** The token at a position, or after the comments at a position: where the comments begin, and where the token does. */
function findTokenAt(
  position: number,
  sourceFile: ts.SourceFile,
  syntax: Syntax,
): { readonly pos: number; readonly start: number } {
  let node: ts.Node = sourceFile;
  for (;;) {
    const child = node
      .getChildren(sourceFile)
      .find(({ end, kind, pos }) => pos <= position && position < end && kind !== syntax.SyntaxKind.JSDoc);
    if (!child) return { pos: node.pos, start: node.getStart(sourceFile) };
    node = child;
  }
}

function toComment({ end, kind, pos }: ts.CommentRange, sourceFile: ts.SourceFile, syntax: Syntax): Comment {
  const isBlock = kind === syntax.SyntaxKind.MultiLineCommentTrivia;
  return {
    type: isBlock ? 'Block' : 'Line',
    value: sourceFile.text.slice(pos + 2, isBlock ? end - 2 : end),
    range: [pos, end],
    loc: { start: toPosition(pos, sourceFile), end: toPosition(end, sourceFile) },
  };
}

function toPosition(offset: number, sourceFile: ts.SourceFile): Position {
  const { character, line } = sourceFile.getLineAndCharacterOfPosition(offset);
  return { line: line + 1, column: character };
}
