import type ts from 'typescript';
import type { Syntax } from './syntax.js';
import { walk } from './walk.js';

/** Whether a node is one that is meant, or holds one that belongs to the same function: it may be a function itself, but does not stand in one inside. */
export function containsOwn(
  node: ts.Node,
  test: (node: ts.Node) => boolean,
  syntax: Pick<Syntax, 'forEachChild' | 'isFunctionLike'>,
): boolean {
  return walk(node, syntax, inner => {
    if (test(inner)) return 'end';
    return inner !== node && syntax.isFunctionLike(inner) ? 'over' : 'into';
  });
}
