import type ts from 'typescript';
import { contains } from '../../syntax/contains.js';
import { containsOwn } from '../../syntax/contains-own.js';
import { nameOfCall } from '../../syntax/name-of-call.js';
import { perUnit } from '../per-unit.js';
import type { Syntax } from '../../syntax/syntax.js';

/**
 * Whether a function's body has a loop without an end, or one whose end nobody can tell: no condition, or one that is always
 * true, and nothing in it that leaves it; or a question that is asked again and again, with a pause between. Waiting for such
 * a function hangs the one who waits. Functions nested in the body do not count.
 */
export const hasEndlessLoop = perUnit((body: ts.Node, { syntax }): boolean =>
  containsOwn(body, node => isEndless(node, syntax) || polls(node, syntax), syntax),
);

function isEndless(node: ts.Node, syntax: Syntax): boolean {
  const { SyntaxKind } = syntax;
  const isOpen =
    (syntax.isForStatement(node) && node.condition === undefined) ||
    ((syntax.isWhileStatement(node) || syntax.isDoStatement(node)) && node.expression.kind === SyntaxKind.TrueKeyword);
  const exits: readonly ts.SyntaxKind[] = [
    SyntaxKind.BreakStatement,
    SyntaxKind.ReturnStatement,
    SyntaxKind.ThrowStatement,
  ];
  return isOpen && !containsOwn(node, inner => exits.includes(inner.kind), syntax);
}

/** Whether a loop waits for the answer to its condition, and for a timer: `while (await isLocked()) await sleep(1000)`. */
function polls(node: ts.Node, syntax: Syntax): boolean {
  if (!syntax.isWhileStatement(node) && !syntax.isDoStatement(node)) return false;
  return (
    contains(node.expression, inner => syntax.isAwaitExpression(inner), syntax) &&
    contains(node.statement, inner => isPause(inner, syntax), syntax)
  );
}

/** Whether a node is the call of a timer, by the name that such functions have, whosever they are. */
function isPause(node: ts.Node, syntax: Syntax): boolean {
  return syntax.isCallExpression(node) && pauses.has(nameOfCall(node, syntax) ?? '');
}

const pauses: ReadonlySet<string> = new Set(['delay', 'pause', 'setTimeout', 'sleep', 'wait']);
