import type ts from 'typescript';
import { perNode } from './per-node.js';
import type { Syntax } from './syntax.js';

/** Where a node stands among the children of the one around it: statements of a block, clauses of a `switch`. */
export function siblingIndex(node: ts.Node, syntax: Syntax): number {
  return indexOf(node.parent, syntax).get(node) ?? -1;
}

const indexOf = perNode((parent: ts.Node, { forEachChild }) => {
  const index = new Map<ts.Node, number>();
  forEachChild(parent, child => {
    index.set(child, index.size);
  });
  return index;
});
