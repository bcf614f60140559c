import type ts from 'typescript';
import { isUsing } from '../../syntax/is-using.js';
import { perUnit } from '../per-unit.js';
import type { Unit } from '../unit.js';

/** What does not wait for a promise that is returned as it is. */
export type Skipped = 'catch' | 'finally' | 'using';

/**
 * Says what a promise that is returned here leaves behind in its function: the `catch` and the `finally` of every `try`
 * around it, and what a `using` before it disposes of.
 */
export function findSkipped(node: ts.Node, unit: Unit): ReadonlySet<Skipped> {
  const { syntax } = unit;
  const skipped = new Set<Skipped>();
  for (
    let child = node, at = node.parent;
    !syntax.isFunctionLike(at) && !syntax.isSourceFile(at);
    child = at, at = at.parent
  ) {
    if (syntax.isTryStatement(at)) {
      if (at.catchClause && at.tryBlock === child) skipped.add('catch');
      if (at.finallyBlock && at.finallyBlock !== child) skipped.add('finally');
    }
    if (firstUsing(at, unit) < child.pos) skipped.add('using');
  }
  return skipped;
}

/** Where the first `using` of a block, of a clause of a `switch`, or of a loop over what it disposes of begins. */
const firstUsing = perUnit((block: ts.Node, { syntax }): number => {
  const found = syntax.forEachChild(block, child =>
    isUsing(syntax.isVariableStatement(child) ? child.declarationList : child, syntax) ? child : undefined,
  );
  return found?.pos ?? Infinity;
});
