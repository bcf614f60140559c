import type ts from 'typescript';
import type { Syntax } from './syntax.js';

/** Whether an expression is, by its name, what calls the function that it is a member of: `save.call`, `save.apply`. */
export function isPassing(
  expression: ts.Node,
  syntax: Pick<Syntax, 'isPropertyAccessExpression'>,
): expression is ts.PropertyAccessExpression {
  return (
    syntax.isPropertyAccessExpression(expression) &&
    (expression.name.text === 'call' || expression.name.text === 'apply')
  );
}
