import type ts from 'typescript';
import type { Syntax } from './syntax.js';

/** `using` and `await using`: the value is disposed of at the end of the block. */
export function isUsing(node: ts.Node, { NodeFlags, isVariableDeclarationList }: Syntax): boolean {
  return isVariableDeclarationList(node) && (node.flags & NodeFlags.Using) !== 0;
}
