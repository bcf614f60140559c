import type ts from 'typescript';
import type { Syntax } from './syntax.js';
import { walk } from './walk.js';

/** Whether a node matches, or contains a match that belongs to the same function: the node may be a function itself, but the match is in no function inside it. */
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
