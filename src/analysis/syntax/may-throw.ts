import type ts from 'typescript';
import type { Syntax } from './syntax.js';

/**
 * Whether a part of a function's body throws past all that would catch it there, or gives a promise that is rejected. What it
 * calls is not looked at, and no function in it but those that `isEntered` says.
 *
 * @example `catch (error) { if (isFatal(error)) throw error; }`
 */
export function mayThrow(part: ts.Node, syntax: Syntax, isEntered: (fn: ts.SignatureDeclaration) => boolean = () => false): boolean {
  return syntax.isFunctionLike(part) ? throwsInside(part) : throws(part);

  function throws(node: ts.Node): boolean {
    if (node.kind === syntax.SyntaxKind.ThrowStatement || isRejection(node, syntax)) return true;
    if (syntax.isFunctionLike(node)) return isEntered(node) && throwsInside(node);
    if (!syntax.isTryStatement(node) || !node.catchClause) return throwsInside(node);
    return throws(node.catchClause) || (node.finallyBlock !== undefined && throws(node.finallyBlock));
  }

  function throwsInside(node: ts.Node): boolean {
    return syntax.forEachChild(node, child => throws(child) || undefined) === true;
  }
}

/** `Promise.reject(error)` */
function isRejection(node: ts.Node, syntax: Syntax): boolean {
  if (!syntax.isCallExpression(node) || !syntax.isPropertyAccessExpression(node.expression)) return false;
  const { expression, name } = node.expression;
  return name.text === 'reject' && syntax.isIdentifier(expression) && expression.text === 'Promise';
}
