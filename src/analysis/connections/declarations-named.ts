import type ts from 'typescript';
import { unwrap } from '../../syntax/unwrap.js';
import type { Unit } from '../unit.js';

/** Where what an expression names is declared: a variable, or the member that it reads; empty for anything else. */
export function declarationsNamed(expression: ts.Expression, { facts, syntax }: Unit): readonly ts.Node[] {
  const at = unwrap(expression, syntax);
  const name = syntax.isPropertyAccessExpression(at) ? at.name : at;
  return syntax.isIdentifier(name) || syntax.isPrivateIdentifier(name) ? facts.declarationsOf(name) : [];
}
