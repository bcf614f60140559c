import type ts from 'typescript';
import type { Syntax } from './syntax.js';

/** The function nearest around a node; undefined at the top level of a file. */
export function functionAround(node: ts.Node, syntax: Syntax): ts.SignatureDeclaration | undefined {
  for (let at = node.parent; !syntax.isSourceFile(at); at = at.parent) {
    if (syntax.isFunctionLike(at)) return at;
  }
  return undefined;
}

/** The statement nearest around a node of a function's body. */
export function statementAround(node: ts.Node, syntax: Syntax): ts.Node {
  let at = node;
  while (!syntax.isStatement(at) && !syntax.isSourceFile(at.parent)) at = at.parent;
  return at;
}

/** Whether a node is inside another one, or is that node. */
export function isWithin(node: ts.Node, container: ts.Node): boolean {
  // Places of two files may be the same.
  return node.pos >= container.pos && node.end <= container.end && node.getSourceFile() === container.getSourceFile();
}
