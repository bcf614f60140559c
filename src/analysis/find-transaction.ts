import type ts from 'typescript';
import { isWithin } from './ancestors.js';
import { calleeExpression, type Candidate } from './candidate.js';
import type { Origin } from './finding.js';
import { resolveOrigin } from './resolve-origin.js';
import type { Unit } from './unit.js';
import { isWrapper } from './unwrap.js';

/** How a call stands to a transaction around it. */
export type TransactionMembership =
  /** Inside a transaction's callback, on what the callback was given. */
  | 'inside'
  /** Inside a transaction's callback, on a client from outside it: waiting for it can wait for the transaction's own lock. */
  | 'outer'
  | 'none';

/**
 * Says whether `call` belongs to a transaction: whether a function around it is given to a persistence call that runs a
 * transaction, and whether the call's receiver comes from inside that function, or an argument holds the transaction; for a
 * project function that carries a persistence call, any argument that comes from inside will do.
 */
export function findTransaction(call: Candidate, { via }: Origin, unit: Unit): TransactionMembership {
  const callback = findTransactionCallback(call, unit);
  if (!callback) return 'none';
  const args = unit.syntax.isCallExpression(call) ? call.arguments : [];
  const isInside = comesFrom(callback, call, unit) || args.some(arg => mentionsTransaction(callback, arg, unit) || (via.length > 0 && comesFrom(callback, arg, unit)));
  return isInside ? 'inside' : 'outer';
}

/** Whether an argument holds what the callback was given: `posts.create(post, { transaction })`. */
function mentionsTransaction(callback: TransactionCallback, argument: ts.Node, unit: Unit): boolean {
  const { syntax } = unit;
  if (syntax.isFunctionLike(argument)) return false;
  if (syntax.isIdentifier(argument)) {
    return unit.facts.declarationsOf(argument).some(declaration => callback.parameters.some(parameter => isWithin(declaration, parameter)));
  }
  return syntax.forEachChild(argument, child => mentionsTransaction(callback, child, unit) || undefined) === true;
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
