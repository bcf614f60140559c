import type ts from 'typescript';
import type { Reference } from './candidate.js';
import type { Syntax } from './syntax.js';
import { unwrap } from './unwrap.js';

/** The function that an expression names, as far as the tree says: `save`, `this.save`, `table.save`, and that of `this.save.bind(this)`. */
export function toReference(expression: ts.Expression, syntax: Syntax): Reference | undefined {
  const at = unwrap(expression, syntax);
  if (syntax.isIdentifier(at) || syntax.isPropertyAccessExpression(at) || syntax.isElementAccessExpression(at))
    return at;
  const isBound =
    syntax.isCallExpression(at) &&
    syntax.isPropertyAccessExpression(at.expression) &&
    at.expression.name.text === 'bind';
  return isBound ? toReference(at.expression.expression, syntax) : undefined;
}
