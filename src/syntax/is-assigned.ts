import type ts from 'typescript';
import { isAssignment } from './is-assignment.js';
import type { Syntax } from './syntax.js';
import { outermostOf } from './unwrap.js';

/** Whether an expression is the target of an assignment: `x = 1`, `x += 1`, `x++`, `[x] = pair`, `for (x of all)`. */
export function isAssigned(target: ts.Node, syntax: Syntax): boolean {
  const { SyntaxKind } = syntax;
  const at = outermostOf(target, syntax);
  const { parent } = at;
  if (syntax.isBinaryExpression(parent)) return parent.left === at && isAssignment(parent, syntax);
  if (syntax.isPrefixUnaryExpression(parent))
    return parent.operator === SyntaxKind.PlusPlusToken || parent.operator === SyntaxKind.MinusMinusToken;
  if (syntax.isPostfixUnaryExpression(parent)) return true; // there are no others
  if (parent.kind === SyntaxKind.ForInStatement || parent.kind === SyntaxKind.ForOfStatement)
    return (parent as ts.ForInOrOfStatement).initializer === at; // by its kind
  return isPartOfPattern(at, syntax) && isAssigned(patternOf(parent, syntax), syntax);
}

/** Whether a node is an element of an array or the value of a member, which may be a pattern that is assigned to. */
function isPartOfPattern({ parent }: ts.Node, syntax: Syntax): boolean {
  return (
    syntax.isArrayLiteralExpression(parent) ||
    syntax.isPropertyAssignment(parent) ||
    syntax.isShorthandPropertyAssignment(parent) ||
    syntax.isSpreadElement(parent) ||
    syntax.isSpreadAssignment(parent)
  );
}

function patternOf(part: ts.Node, syntax: Syntax): ts.Node {
  return syntax.isArrayLiteralExpression(part) ? part : part.parent;
}
