import type ts from 'typescript';
import { isOneOf } from '../origins/match-methods.js';
import type { Unit } from '../unit.js';
import { isCallOf, isDecoratedBy } from './is-decorated-by.js';

/** Whether a web framework answers with what a function gives: it is given to a router, or decorated as a handler. */
export function isGivenToRouter(fn: ts.SignatureDeclaration, unit: Unit): boolean {
  const { parent } = fn;
  const { routes } = unit.catalogue;
  if (unit.syntax.isCallExpression(parent))
    return isCallOf(parent, declared => isOneOf(declared, routes.registrations), unit);
  return isDecoratedBy(fn, declared => isOneOf(declared, routes.decorators), unit);
}
