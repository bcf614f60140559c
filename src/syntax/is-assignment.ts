import type ts from 'typescript';
import type { Syntax } from './syntax.js';

/** `x = 1`, `x += 1`, `x ??= 1`. */
export function isAssignment(node: ts.Node, syntax: Syntax): node is ts.BinaryExpression {
  const { FirstAssignment, LastAssignment } = syntax.SyntaxKind;
  return (
    syntax.isBinaryExpression(node) &&
    node.operatorToken.kind >= FirstAssignment &&
    node.operatorToken.kind <= LastAssignment
  );
}
