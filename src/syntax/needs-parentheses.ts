import type ts from 'typescript';
import type { Syntax } from './syntax.js';

/** Whether `await value` would be parsed as something else, or not at all, in the place of `value`. */
export function needsParentheses(value: ts.Expression, syntax: Syntax): boolean {
  const { parent } = value;
  if (syntax.isTaggedTemplateExpression(parent)) return parent.tag === value;
  if (syntax.isBinaryExpression(parent))
    return parent.left === value && parent.operatorToken.kind === syntax.SyntaxKind.AsteriskAsteriskToken;
  return bindsTighterThanAwait(parent, syntax) && parent.expression === value;
}

type Postfix =
  | ts.CallExpression
  | ts.Decorator
  | ts.ElementAccessExpression
  | ts.ExpressionWithTypeArguments
  | ts.NewExpression
  | ts.NonNullExpression
  | ts.PropertyAccessExpression;

function bindsTighterThanAwait(parent: ts.Node, syntax: Syntax): parent is Postfix {
  return (
    syntax.isPropertyAccessExpression(parent) ||
    syntax.isElementAccessExpression(parent) ||
    syntax.isCallExpression(parent) ||
    syntax.isNewExpression(parent) ||
    syntax.isNonNullExpression(parent) ||
    syntax.isExpressionWithTypeArguments(parent) ||
    syntax.isDecorator(parent)
  );
}
