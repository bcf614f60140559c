import type ts from 'typescript';
import type { Syntax } from '../syntax/syntax.js';

/**
 * Whether a function's body has a loop without an end: no condition, or one that is always true, and nothing in it that
 * leaves it. Waiting for such a function hangs the one who waits. Functions nested in the body do not count.
 */
export function hasEndlessLoop(body: ts.Node, syntax: Syntax): boolean {
  return some(body, node => isEndless(node, syntax), syntax);
}

function isEndless(node: ts.Node, syntax: Syntax): boolean {
  const { SyntaxKind } = syntax;
  const isOpen =
    (syntax.isForStatement(node) && node.condition === undefined) ||
    ((syntax.isWhileStatement(node) || syntax.isDoStatement(node)) && node.expression.kind === SyntaxKind.TrueKeyword);
  const exits: readonly ts.SyntaxKind[] = [SyntaxKind.BreakStatement, SyntaxKind.ReturnStatement, SyntaxKind.ThrowStatement];
  return isOpen && !some(node, inner => exits.includes(inner.kind), syntax);
}

function some(node: ts.Node, test: (node: ts.Node) => boolean, syntax: Syntax): boolean {
  return (
    syntax.forEachChild(node, child => (test(child) || (!syntax.isFunctionLike(child) && some(child, test, syntax)) ? true : undefined)) ===
    true
  );
}
