import type ts from 'typescript';
import type { Syntax } from './syntax.js';

/** What does not wait for a promise that is returned as it is. */
export type Skipped = 'catch' | 'finally' | 'using';

/**
 * Says what a promise that is returned here leaves behind in its function: the `catch` and the `finally` of every `try`
 * around it, and what a `using` before it disposes of.
 */
export function findSkipped(node: ts.Node, syntax: Syntax): ReadonlySet<Skipped> {
  const skipped = new Set<Skipped>();
  for (let child = node, at = node.parent; !syntax.isFunctionLike(at) && !syntax.isSourceFile(at); child = at, at = at.parent) {
    if (syntax.isTryStatement(at)) {
      if (at.catchClause && at.tryBlock === child) skipped.add('catch');
      if (at.finallyBlock && at.finallyBlock !== child) skipped.add('finally');
    }
    if (hasUsingBefore(at, child, syntax)) skipped.add('using');
  }
  return skipped;
}

/** Whether a block, a clause of a `switch`, or a loop over what it disposes of, has a `using` before one of its statements. */
function hasUsingBefore(block: ts.Node, statement: ts.Node, syntax: Syntax): boolean {
  return (
    syntax.forEachChild(block, child => {
      if (child.pos >= statement.pos) return false;
      const list = syntax.isVariableStatement(child) ? child.declarationList : child;
      return isUsing(list, syntax) || undefined;
    }) === true
  );
}

/** `using` and `await using`: the value is disposed of at the end of the block. */
export function isUsing(node: ts.Node, { NodeFlags, isVariableDeclarationList }: Syntax): boolean {
  return isVariableDeclarationList(node) && (node.flags & NodeFlags.Using) !== 0;
}
