import type ts from 'typescript';
import type { Declared } from '../../engines/type-facts.js';
import type { Unit } from '../unit.js';

/** Whether a function has a decorator of a kind, by where that is declared. */
export function isDecoratedBy(
  fn: ts.SignatureDeclaration,
  test: (decorator: Declared) => boolean,
  unit: Unit,
): boolean {
  const modifiers: readonly ts.ModifierLike[] = 'modifiers' in fn ? (fn.modifiers ?? []) : [];
  return modifiers.filter(unit.syntax.isDecorator).some(({ expression }) => isCallOf(expression, test, unit));
}

/** Whether an expression calls a function of a kind, by where that is declared; false when unsure. */
export function isCallOf(
  expression: ts.Expression,
  test: (callee: Declared) => boolean,
  { facts, syntax }: Unit,
): boolean {
  if (!syntax.isCallExpression(expression)) return false;
  const callee = facts.calleeOf(expression);
  return callee.kind === 'declared' && callee.declarations.some(test);
}
