import type ts from 'typescript';
import type { Syntax } from './syntax.js';

/** A call, and a function that it may run. */
interface Given {
  readonly call: ts.CallExpression;
  readonly fn: ts.SignatureDeclaration;
}

/**
 * The parameter of a function that the argument at a position of a call is given to; undefined for one that takes all that is left, and where
 * that is not known, as after `...rest`.
 */
export function parameterFor(
  position: number,
  { call, fn }: Given,
  syntax: Pick<Syntax, 'isIdentifier' | 'isSpreadElement'>,
): ts.ParameterDeclaration | undefined {
  if (position === -1 || call.arguments.slice(0, position + 1).some(given => syntax.isSpreadElement(given)))
    return undefined;
  const parameters = fn.parameters.filter(({ name }) => !syntax.isIdentifier(name) || name.text !== 'this');
  const parameter = parameters[position];
  return parameter?.dotDotDotToken ? undefined : parameter;
}
