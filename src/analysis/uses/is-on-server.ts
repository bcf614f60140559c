import type ts from 'typescript';
import { functionAround } from '../../syntax/ancestors.js';
import { nameFunction } from '../../syntax/name-function.js';
import type { PlaceOfCall } from '../kinds/call-facts.js';
import type { Unit } from '../unit.js';

/**
 * Whether a place is no part of a user interface, whose functions are rarely async, and often right: a file of elements, or a function
 * that is named like a hook.
 */
export function isOnServer(place: PlaceOfCall, { syntax }: Unit): boolean {
  if (!('fn' in place)) return true;
  if (/\.[jt]sx$/.test(place.fn.getSourceFile().fileName)) return false;
  for (let fn: ts.SignatureDeclaration | undefined = place.fn; fn; fn = functionAround(fn, syntax))
    if (/^use[A-Z]/.test(nameFunction(fn, syntax))) return false;
  return true;
}
