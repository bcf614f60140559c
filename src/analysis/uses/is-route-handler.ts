import type ts from 'typescript';
import { isOfPackage, isOneOf } from '../origins/match-methods.js';
import type { Declared } from '../type-facts.js';
import type { Unit } from '../unit.js';
import { isCallOf, isDecoratedBy } from './is-decorated-by.js';

/**
 * Whether a web framework sends what a function returns as text, and nothing but its return says what that is: it is given
 * to a router, or decorated as a handler, and its return type is not written down.
 */
export function isRouteHandler(fn: ts.SignatureDeclaration, unit: Unit): boolean {
  if (fn.type) return false;
  const { parent } = fn;
  const { routes } = unit.catalogue;
  if (unit.syntax.isCallExpression(parent)) return isCallOf(parent, declared => isOneOf(declared, routes.registrations), unit);
  return isDecoratedBy(fn, isHandlerDecorator, unit);

  function isHandlerDecorator(declared: Declared): boolean {
    return routes.decorators.some(one => isOfPackage(declared, [one.package]) && one.names.includes(declared.name));
  }
}
