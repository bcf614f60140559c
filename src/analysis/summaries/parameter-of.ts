import type ts from 'typescript';
import { parameterFor } from '../../syntax/parameter-for.js';
import { outermostOf } from '../../syntax/unwrap.js';
import type { Unit } from '../unit.js';
import { readDispatch } from './read-dispatch.js';

/** The parameter that an argument of a call is given to, where it is certain which function of the project is called. */
export function parameterOf(
  argument: ts.Node,
  call: ts.CallExpression,
  unit: Unit,
): ts.ParameterDeclaration | undefined {
  const at = outermostOf(argument, unit.syntax);
  const { certain: fn } = readDispatch(call, unit);
  return (
    fn &&
    parameterFor(
      call.arguments.findIndex(given => given === at),
      { call, fn },
      unit.syntax,
    )
  );
}
