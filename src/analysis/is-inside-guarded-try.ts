import type ts from 'typescript';
import type { Syntax } from './syntax.js';

/**
 * Whether a promise returned here leaves a `try` early: it stands in the block of a `try` with a `catch` or a `finally`, or
 * in a `catch` whose `try` has a `finally`, of the same function.
 */
export function isInsideGuardedTry(node: ts.Node, syntax: Syntax): boolean {
  for (let child = node, at = node.parent; !syntax.isFunctionLike(at) && !syntax.isSourceFile(at); child = at, at = at.parent) {
    if (!syntax.isTryStatement(at)) continue;
    if (at.tryBlock === child) return true;
    if (at.catchClause === child && at.finallyBlock) return true;
  }
  return false;
}
