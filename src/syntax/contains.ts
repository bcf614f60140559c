import type ts from 'typescript';
import type { Syntax } from './syntax.js';
import { walk } from './walk.js';

/** Whether a node is one that is meant, or holds one anywhere, in functions inside as well. */
export function contains(
  node: ts.Node,
  test: (node: ts.Node) => boolean,
  syntax: Pick<Syntax, 'forEachChild'>,
): boolean {
  return walk(node, syntax, inner => (test(inner) ? 'end' : 'into'));
}
