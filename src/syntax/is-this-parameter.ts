import type ts from 'typescript';
import type { Syntax } from './syntax.js';

/** Whether a parameter only says what `this` is, so that no argument stands for it. */
export function isThisParameter({ name }: ts.ParameterDeclaration, syntax: Syntax): boolean {
  return syntax.isIdentifier(name) && name.text === 'this';
}
