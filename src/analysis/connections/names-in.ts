import type ts from 'typescript';
import type { Syntax } from '../../syntax/syntax.js';

/** The declarations that a parameter, a variable or a part of a pattern makes: itself, or all of its pattern. */
export function namesIn(
  declaration: ts.ParameterDeclaration | ts.VariableDeclaration | ts.BindingElement,
  syntax: Syntax,
): readonly ts.Node[] {
  const { name } = declaration;
  if (syntax.isIdentifier(name)) return [declaration];
  return name.elements.flatMap(element => (syntax.isBindingElement(element) ? namesIn(element, syntax) : []));
}
