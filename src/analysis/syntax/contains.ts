import type ts from 'typescript';
import type { Syntax } from './syntax.js';

/** Whether a node is one that is meant, or holds one anywhere, in functions inside as well. */
export function contains(node: ts.Node, test: (node: ts.Node) => boolean, syntax: Syntax): boolean {
  return test(node) || syntax.forEachChild(node, child => contains(child, test, syntax) || undefined) === true;
}
