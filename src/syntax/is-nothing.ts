import type ts from 'typescript';
import type { Syntax } from './syntax.js';

/** `undefined` and `null`. */
export function isNothing(expression: ts.Expression, syntax: Syntax): boolean {
  return (
    expression.kind === syntax.SyntaxKind.NullKeyword ||
    (syntax.isIdentifier(expression) && expression.text === 'undefined')
  );
}
