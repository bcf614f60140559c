import type ts from 'typescript';
import { isPromiseMethod } from '../syntax/is-promise-method.js';
import type { Syntax } from '../syntax/syntax.js';

/** Whether a call is one of several, of whose promises `value`, which holds it, only waits for the first. */
export function isRace(value: ts.Node, call: ts.Node, syntax: Syntax): boolean {
  for (let at = call; at !== value; at = at.parent) if (isPromiseMethod(at.parent, races, syntax)) return true;
  return false;
}

const races: ReadonlySet<string> = new Set(['any', 'race']);
