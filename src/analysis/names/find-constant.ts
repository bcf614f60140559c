import type ts from 'typescript';
import { unwrap } from '../../syntax/unwrap.js';
import type { Unit } from '../unit.js';

/** What a name stands for that is declared by `const`; undefined for any other name. */
export function findConstant(name: ts.Identifier, { facts, syntax }: Unit): ts.Expression | undefined {
  const [declaration] = facts.declarationsOf(name);
  const isConstant =
    declaration &&
    syntax.isVariableDeclaration(declaration) &&
    (declaration.parent.flags & syntax.NodeFlags.Const) !== 0;
  return isConstant && declaration.initializer ? unwrap(declaration.initializer, syntax) : undefined;
}
