import type ts from 'typescript';
import type { Syntax } from './syntax.js';

/** Whether an expression is literal data, which cannot be called: a string, a number, an array, an object. */
export function isData(expression: ts.Node, syntax: Syntax): boolean {
  return (
    syntax.isLiteralExpression(expression) ||
    syntax.isTemplateExpression(expression) ||
    syntax.isObjectLiteralExpression(expression) ||
    syntax.isArrayLiteralExpression(expression)
  );
}
