import type ts from 'typescript';
import { contains } from '../../syntax/contains.js';
import { containsOwn } from '../../syntax/contains-own.js';
import { firstWord } from '../../syntax/first-word.js';
import { nameFunction } from '../../syntax/name-function.js';
import { nameOfCall } from '../../syntax/name-of-call.js';
import type { Syntax } from '../../syntax/syntax.js';
import { unwrap } from '../../syntax/unwrap.js';
import { findEntry } from '../origins/find-entry.js';
import { isOfPlatform } from '../origins/match-methods.js';
import { perUnit } from '../per-unit.js';
import { findSettlers, isHandedTo } from './find-settlers.js';
import { isProcessEnd } from '../origins/is-process-end.js';
import type { Unit } from '../unit.js';

/**
 * Whether a function by itself goes on without an end, or with one that nobody can tell: by a loop that nothing leaves, a question
 * that is asked again and again with a pause between, events that are read as long as there are any, or a promise that nothing
 * settles but the end of the program. Waiting for such a function hangs the one who waits. Functions nested in it do not count.
 */
export const neverEnds = perUnit((fn: ts.SignatureDeclaration, unit): boolean => {
  const { syntax } = unit;
  return containsOwn(
    fn,
    node =>
      isOpenLoop(node, syntax) ||
      polls(node, unit) ||
      readsEvents(node, fn, unit) ||
      (syntax.isAwaitExpression(node) && neverSettles(node.expression, unit)),
    syntax,
  );
});

/** No condition, or one that is always true, and nothing in the loop that leaves it. */
function isOpenLoop(node: ts.Node, syntax: Syntax): boolean {
  const isOpen =
    (syntax.isForStatement(node) && node.condition === undefined) ||
    ((syntax.isWhileStatement(node) || syntax.isDoStatement(node)) &&
      node.expression.kind === syntax.SyntaxKind.TrueKeyword);
  return isOpen && !isLeft(node, syntax);
}

/** Whether something in a loop may leave it. */
function isLeft(loop: ts.Node, syntax: Syntax): boolean {
  const { BreakStatement, ReturnStatement, ThrowStatement } = syntax.SyntaxKind;
  const exits: readonly ts.SyntaxKind[] = [BreakStatement, ReturnStatement, ThrowStatement];
  return containsOwn(loop, inner => exits.includes(inner.kind), syntax);
}

/** Whether a loop waits for the answer to its condition, and for a timer: `while (await isLocked()) await sleep(1000)`. */
function polls(node: ts.Node, unit: Unit): boolean {
  const { syntax } = unit;
  if (!syntax.isWhileStatement(node) && !syntax.isDoStatement(node)) return false;
  return (
    contains(node.expression, inner => syntax.isAwaitExpression(inner), syntax) &&
    contains(node.statement, inner => isPause(inner, unit), syntax)
  );
}

/** Whether a node is the call of a timer, by the name that such functions have, whosever they are. */
function isPause(node: ts.Node, { catalogue, syntax }: Unit): boolean {
  const name = syntax.isCallExpression(node) ? nameOfCall(node, syntax) : undefined;
  return name !== undefined && (name === 'setTimeout' || catalogue.conventions.pauses.has(name));
}

/**
 * Whether a loop reads what happens as long as anything does, and nothing in it leaves it: events or ticks of the platform, or
 * something that is read by a name that says so, of no library whose results are known to end.
 *
 * @example `for await (const message of subscription.listen()) await this.rows.save(message);`
 */
function readsEvents(node: ts.Node, fn: ts.SignatureDeclaration, unit: Unit): boolean {
  const { catalogue, facts, syntax } = unit;
  if (!syntax.isForOfStatement(node) || !node.awaitModifier || isLeft(node, syntax)) return false;
  const source = unwrap(node.expression, syntax);
  if (syntax.isCallExpression(source)) {
    const callee = facts.calleeOf(source);
    const declared = callee.kind === 'declared' ? callee.declarations : [];
    if (declared.some(one => isOfPlatform(one) && endlessOfPlatform.has(one.name))) return true;
  }
  const names = [syntax.isCallExpression(source) ? nameOfCall(source, syntax) : undefined, nameFunction(fn, syntax)];
  return (
    names.some(name => name !== undefined && catalogue.conventions.listening.has(firstWord(name))) &&
    !facts.typesOf(source).some(type => findEntry(type, unit) !== undefined)
  );
}

/** `on(emitter, 'row')` of `node:events`, and `setInterval(1000)` of `node:timers/promises`. */
const endlessOfPlatform: ReadonlySet<string> = new Set(['on', 'setInterval']);

/** Whether a promise is made by hand, and nothing settles it, or only the end of the program: `new Promise(() => {})`. */
function neverSettles(promise: ts.Expression, unit: Unit): boolean {
  const settlers = findSettlers(promise, unit);
  return (
    settlers !== undefined &&
    [...settlers.fulfilling, ...settlers.rejecting].every(mention =>
      isHandedTo(mention, settlers.executor, { isMeant: call => isProcessEnd(call, unit), syntax: unit.syntax }),
    )
  );
}
