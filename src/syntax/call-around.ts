import type ts from 'typescript';
import type { Syntax } from './syntax.js';
import { outermostOf } from './unwrap.js';

/** The call whose callee is an expression; undefined if the expression is used otherwise. */
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
