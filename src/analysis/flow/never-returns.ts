import type ts from 'typescript';
import type { Unit } from '../unit.js';

/** Whether no path goes on behind a call: `process.exit()`, `fail()`, as a statement of its own. */
export function neverReturns(node: ts.Node, { facts, syntax }: Unit): boolean {
  return syntax.isCallExpression(node) && syntax.isExpressionStatement(node.parent) && facts.isNever(node);
}
