import type ts from 'typescript';
import { isWithin } from '../syntax/ancestors.js';
import { calleeExpression, type Candidate } from '../candidate.js';
import type { Origin } from '../finding.js';
import { resolveOrigin } from '../origins/resolve-origin.js';
import type { Unit } from '../unit.js';
import { findHookTransaction } from './find-hook-transaction.js';
import { isWrapper } from '../syntax/unwrap.js';

/** How a call stands to a transaction around it. */
export type TransactionMembership =
  /** Inside a transaction's callback, on what the callback was given. */
  | 'inside'
  /** Inside a transaction's callback or hook, on a client from outside it: waiting for it can wait for the transaction's own lock. */
  | 'outer'
  | 'none';

/**
 * Says whether `call` belongs to a transaction: whether a function around it is given to a persistence call that runs a
 * transaction, or called in one by a library, and whether the call's receiver comes from inside that function, or an argument holds the transaction; for a
 * project function that carries a persistence call, any argument that comes from inside will do.
 */
export function findTransaction(call: Candidate, { via }: Pick<Origin, 'via'>, unit: Unit): TransactionMembership {
  const callback = findTransactionCallback(call, unit);
  if (!callback) return findHookTransaction(call, unit);
  const args = unit.syntax.isCallExpression(call) ? call.arguments : [];
  const isInside = comesFrom(callback, call, unit) || args.some(arg => mentionsTransaction(callback, arg, unit) || (via.length > 0 && comesFrom(callback, arg, unit)));
  return isInside ? 'inside' : 'outer';
}

/**
 * Whether an argument holds what the callback was given, itself or in an object that was made with it or has been given it:
 * `posts.create(post, { transaction })`, `context.transaction = transaction; post.update(context);`. What was waited for is
 * data that came out of it, and holds nothing.
 */
function mentionsTransaction(callback: TransactionCallback, argument: ts.Node, unit: Unit): boolean {
  const { syntax } = unit;
  if (syntax.isFunctionLike(argument) || syntax.isAwaitExpression(argument)) return false;
  if (syntax.isIdentifier(argument)) return holdsTransaction(callback, argument, unit);
  return syntax.forEachChild(argument, child => mentionsTransaction(callback, child, unit) || undefined) === true;
}

function holdsTransaction(callback: TransactionCallback, name: ts.Identifier, unit: Unit): boolean {
  const declarations = unit.facts.declarationsOf(name);
  return declarations.some(declaration => {
    if (callback.parameters.some(parameter => isWithin(declaration, parameter))) return true;
    const isMadeWithIt =
      unit.syntax.isVariableDeclaration(declaration) &&
      declaration.initializer !== undefined &&
      isWithin(declaration, callback) &&
      mentionsTransaction(callback, declaration.initializer, unit);
    return isMadeWithIt || isGivenTransaction(callback, declaration, unit);
  });
}

/** Whether the callback stores what it was given in a member of a variable. */
function isGivenTransaction(callback: TransactionCallback, variable: ts.Node, unit: Unit): boolean {
  const { facts, syntax } = unit;
  return isIn(callback.body);

  function isIn(node: ts.Node): boolean {
    const isStored = syntax.isBinaryExpression(node) && node.operatorToken.kind === syntax.SyntaxKind.EqualsToken && isStore(node);
    return isStored || syntax.forEachChild(node, child => isIn(child) || undefined) === true;
  }

  function isStore({ left, right }: ts.BinaryExpression): boolean {
    if (!syntax.isPropertyAccessExpression(left) || !syntax.isIdentifier(right)) return false;
    const root = rootOf(left, unit);
    const isParameter = facts.declarationsOf(right).some(declaration => callback.parameters.some(parameter => isWithin(declaration, parameter)));
    return isParameter && syntax.isIdentifier(root) && facts.declarationsOf(root).includes(variable);
  }
}

type TransactionCallback = ts.ArrowFunction | ts.FunctionExpression;

function findTransactionCallback(call: Candidate, unit: Unit): TransactionCallback | undefined {
  const { syntax } = unit;
  let at: ts.Node = call;
  while (!syntax.isSourceFile(at)) {
    if ((syntax.isArrowFunction(at) || syntax.isFunctionExpression(at)) && runsTransaction(at.parent, unit)) return at;
    at = at.parent;
  }
  return undefined;
}

function runsTransaction(node: ts.Node, unit: Unit): boolean {
  if (!unit.syntax.isCallExpression(node)) return false;
  const answer = resolveOrigin(node, unit);
  return answer.kind === 'persistence' && answer.origin.operation === 'transaction';
}

/** Whether the object at the root of a chain is a parameter of `callback`, or a variable inside it made from one. */
function comesFrom(callback: ts.Node, expression: ts.Expression, unit: Unit): boolean {
  const { syntax } = unit;
  const root = rootOf(expression, unit);
  if (!syntax.isIdentifier(root)) return false;
  return unit.facts.declarationsOf(root).some(declaration => {
    const isWithin = declaration.pos >= callback.pos && declaration.end <= callback.end;
    if (!isWithin || declaration.getSourceFile() !== unit.sourceFile) return false;
    return syntax.isVariableDeclaration(declaration) && declaration.initializer
      ? comesFrom(callback, declaration.initializer, unit)
      : true;
  });
}

function rootOf(expression: ts.Expression, unit: Unit): ts.Expression {
  const { syntax } = unit;
  if (isWrapper(expression, syntax) || syntax.isPropertyAccessExpression(expression) || syntax.isElementAccessExpression(expression)) {
    return rootOf(expression.expression, unit);
  }
  const isCandidate = syntax.isCallExpression(expression) || syntax.isTaggedTemplateExpression(expression);
  return isCandidate ? rootOf(calleeExpression(expression), unit) : expression;
}
