import type ts from 'typescript';
import type { Unit } from '../unit.js';
import { unwrap } from './unwrap.js';

/** Whether two expressions name the same variable, or the same member of the same object: `items`, `this.items`. False for whatever is made anew, such as a call. */
export function isSamePlace(one: ts.Expression, other: ts.Expression, unit: Unit): boolean {
  const { facts, syntax } = unit;
  const a = unwrap(one, syntax);
  const b = unwrap(other, syntax);
  if (a.kind !== b.kind) return false;
  if (a.kind === syntax.SyntaxKind.ThisKeyword) return true;
  if (syntax.isPropertyAccessExpression(a) && syntax.isPropertyAccessExpression(b)) return a.name.text === b.name.text && isSamePlace(a.expression, b.expression, unit);
  if (!syntax.isIdentifier(a) || !syntax.isIdentifier(b) || a.text !== b.text) return false;
  const declarations = facts.declarationsOf(a);
  return facts.declarationsOf(b).some(declaration => declarations.includes(declaration));
}
