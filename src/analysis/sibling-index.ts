import type ts from 'typescript';
import { perUnit } from './per-unit.js';
import type { Unit } from './unit.js';

/** Where a node stands among the children of the one around it: statements of a block, clauses of a `switch`. */
export function siblingIndex(node: ts.Node, unit: Unit): number {
  return indexOf(node.parent, unit).get(node) ?? -1;
}

const indexOf = perUnit((parent: ts.Node, { syntax }) => {
  const index = new Map<ts.Node, number>();
  syntax.forEachChild(parent, child => {
    index.set(child, index.size);
  });
  return index;
});
