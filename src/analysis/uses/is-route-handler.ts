import type ts from 'typescript';
import { isGivenToRouter } from './is-given-to-router.js';
import type { Unit } from '../unit.js';

/**
 * Whether a web framework sends what a function returns as text, and nothing but its return says what that is: its return type is
 * not written down.
 */
export function isRouteHandler(fn: ts.SignatureDeclaration, unit: Unit): boolean {
  return !fn.type && isGivenToRouter(fn, unit);
}
