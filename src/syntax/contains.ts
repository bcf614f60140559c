import type ts from 'typescript';
import type { Syntax } from './syntax.js';
import { walk } from './walk.js';

/** Whether a node matches, or contains a match anywhere, including functions inside it. */
export function contains(
  node: ts.Node,
  test: (node: ts.Node) => boolean,
  syntax: Pick<Syntax, 'forEachChild'>,
): boolean {
  return walk(node, syntax, inner => (test(inner) ? 'end' : 'into'));
}
