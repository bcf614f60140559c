import type ts from 'typescript';
import type { Syntax } from '../syntax/syntax.js';
import { isWrapper } from '../syntax/unwrap.js';

/** The call that calls what an expression stands for; undefined where it does something else with it. */
export function callOf(callee: ts.Node, syntax: Syntax): ts.CallExpression | undefined {
  const { at, parent } = outermost(callee, syntax);
  return syntax.isCallExpression(parent) && parent.expression === at ? parent : undefined;
}

/** The call that something is an argument of; undefined where it is none. */
export function callGiven(argument: ts.Node, syntax: Syntax): ts.CallExpression | undefined {
  const { at, parent } = outermost(argument, syntax);
  return syntax.isCallExpression(parent) && parent.expression !== at ? parent : undefined;
}

function outermost(node: ts.Node, syntax: Syntax): { readonly at: ts.Node; readonly parent: ts.Node } {
  let at = node;
  while (isWrapper(at.parent, syntax)) at = at.parent;
  return { at, parent: at.parent };
}
