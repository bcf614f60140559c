import type ts from 'typescript';
import type { Syntax } from './syntax.js';

/** The expression inside parentheses, assertions and `!`, which are the same value. */
export function unwrap(expression: ts.Expression, syntax: Syntax): ts.Expression {
  let at = expression;
  while (isWrapper(at, syntax)) at = at.expression;
  return at;
}

/** What is around `node` and the same value: parentheses, assertions and `!` of which it is the operand; else itself. */
export function outermostOf(node: ts.Expression, syntax: Syntax): ts.Expression;
export function outermostOf(node: ts.Node, syntax: Syntax): ts.Node;
export function outermostOf(node: ts.Node, syntax: Syntax): ts.Node {
  let at = node;
  while (isWrapper(at.parent, syntax)) at = at.parent;
  return at;
}

/** Whether an expression is the same value as the one inside it: parentheses, an assertion, `satisfies` or `!`. */
export function isWrapper(
  node: ts.Node,
  syntax: Syntax,
): node is
  ts.ParenthesizedExpression | ts.NonNullExpression | ts.AsExpression | ts.SatisfiesExpression | ts.TypeAssertion {
  return (
    syntax.isParenthesizedExpression(node) ||
    syntax.isNonNullExpression(node) ||
    syntax.isAsExpression(node) ||
    syntax.isSatisfiesExpression(node) ||
    syntax.isTypeAssertionExpression(node)
  );
}
