import type ts from 'typescript';
import type { Syntax } from './syntax.js';

/** Whether a parameter only declares the type of `this`, so no argument is passed for it. */
export function isThisParameter({ name }: ts.ParameterDeclaration, syntax: Syntax): boolean {
  return syntax.isIdentifier(name) && name.text === 'this';
}
