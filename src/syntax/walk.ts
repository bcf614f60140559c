import type ts from 'typescript';
import type { Syntax } from './syntax.js';

/** What a walk does next: visit the children of a node, skip them, or end. */
export type Next = 'into' | 'over' | 'end';

/**
 * Shows a node and all below it to `visit`, in the order of the tree, and says whether it has ended the walk. Keeps what is still open
 * itself instead of on the stack: compilers read a sum of ten thousand operands, or as many calls one on another, without a word.
 */
export function walk(
  root: ts.Node,
  { forEachChild }: Pick<Syntax, 'forEachChild'>,
  visit: (node: ts.Node) => Next,
): boolean {
  const open = [root];
  const children: ts.Node[] = [];
  const add = (child: ts.Node): void => {
    children.push(child);
  };
  for (let node = open.pop(); node; node = open.pop()) {
    const next = visit(node);
    if (next === 'end') return true;
    if (next === 'into') forEachChild(node, add);
    for (let last = children.pop(); last; last = children.pop()) open.push(last); // so that the first is taken first
  }
  return false;
}
