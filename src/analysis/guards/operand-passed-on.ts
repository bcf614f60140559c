import type ts from 'typescript';
import type { Syntax } from '../../syntax/syntax.js';
import type { Guard } from './guard.js';

/** A tested operand of `&&`, `||` or `??` may also be what the whole gives. */
export const operandPassedOn: Guard = {
  id: 'operandPassedOn',
  effect: 'suggestion',
  says: 'the expression would yield the result instead of the promise',
  holds: ({ kind, value }, { syntax }) => kind === 'tested' && isPassedOn(value, syntax),
};

function isPassedOn(value: ts.Expression, syntax: Syntax): boolean {
  let at: ts.Node = value;
  while (syntax.isParenthesizedExpression(at.parent) || isLogical(at.parent, syntax)) at = at.parent;
  return isLogical(value.parent, syntax) && !isCondition(at, syntax);
}

function isLogical(node: ts.Node, syntax: Syntax): boolean {
  const { SyntaxKind } = syntax;
  const passing: readonly ts.SyntaxKind[] = [
    SyntaxKind.AmpersandAmpersandToken,
    SyntaxKind.BarBarToken,
    SyntaxKind.QuestionQuestionToken,
  ];
  return syntax.isBinaryExpression(node) && passing.includes(node.operatorToken.kind);
}

/** Whether all that matters of an expression is if it is true. */
function isCondition(node: ts.Node, syntax: Syntax): boolean {
  const { parent } = node;
  if (syntax.isPrefixUnaryExpression(parent)) return parent.operator === syntax.SyntaxKind.ExclamationToken;
  if (syntax.isIfStatement(parent) || syntax.isWhileStatement(parent) || syntax.isDoStatement(parent))
    return parent.expression === node;
  return (syntax.isForStatement(parent) || syntax.isConditionalExpression(parent)) && parent.condition === node;
}
