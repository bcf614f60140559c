import type ts from 'typescript';
import type { Syntax } from './syntax.js';
import { outermostOf } from './unwrap.js';

/** The call that calls what an expression stands for; undefined where it does something else with it. */
export function callOf(callee: ts.Node, syntax: Syntax): ts.CallExpression | undefined {
  const at = outermostOf(callee, syntax);
  const { parent } = at;
  return syntax.isCallExpression(parent) && parent.expression === at ? parent : undefined;
}

/** The call that something is an argument of; undefined where it is none. */
export function callGiven(argument: ts.Node, syntax: Syntax): ts.CallExpression | undefined {
  const at = outermostOf(argument, syntax);
  const { parent } = at;
  return syntax.isCallExpression(parent) && parent.expression !== at ? parent : undefined;
}
