import type ts from 'typescript';
import type { Candidate } from '../../syntax/candidate.js';
import { callOf } from '../../syntax/call-around.js';
import { functionAround } from '../../syntax/ancestors.js';
import type { Syntax } from '../../syntax/syntax.js';
import type { LostCall } from '../guards/guard.js';
import { findCallers } from '../origins/find-callers.js';
import { isWaitedFor } from '../summaries/is-waited-for.js';
import type { Unit } from '../unit.js';
import { classifyUse } from '../uses/classify-use.js';
import { declarationsNamed } from './declarations-named.js';
import { closingsBehind, closingsOf, declarationsOfReceiver } from './find-closings.js';

/**
 * Whether a lost call opens or closes something that waits for the code around the call: the pool of a connection that is
 * held, or what runs the callback that the call stands in; itself or through any number of functions of the project.
 *
 * @example `const worker = new Worker('jobs', async () => { worker.close(); });`
 */
export function closesFromInside({ call, connection, origin }: LostCall, unit: Unit): boolean {
  const closings = origin.via.length === 0 ? closingsOf(call, origin.operation, unit) : closingsBehind(call, unit);
  if (connection === 'beside' && closings.some(({ isConnectionCall }) => isConnectionCall)) return true;
  const closed = new Set(closings.flatMap(one => one.closed));
  return closed.size > 0 && isRunBy(call, closed, unit);
}

/**
 * Whether a call stands in a function that what is closed runs, or in one that such a function waits for: it was given to a
 * call on what is closed, or to what made that.
 */
function isRunBy(call: Candidate, closed: ReadonlySet<ts.Node>, unit: Unit): boolean {
  const { syntax } = unit;
  const functions = new Set(functionsAround(call, syntax));
  for (const fn of functions) {
    if (isGiven(fn)) return true;
    for (const use of findCallers(fn, unit).uses) {
      const caller = callOf(use, syntax);
      if (!caller && isGiven(use)) return true;
      if (!caller || !isWaitedFor(classifyUse(caller, syntax), unit)) continue;
      for (const around of functionsAround(caller, syntax)) functions.add(around); // is looked at in turn
    }
  }
  return false;

  /** Whether something is an argument, or a part of one, of a call on what is closed, or of what made that. */
  function isGiven(node: ts.Node): boolean {
    for (let at = node; !syntax.isSourceFile(at) && !syntax.isBlock(at); at = at.parent) {
      const { parent } = at;
      const isArgument =
        (syntax.isCallExpression(parent) || syntax.isNewExpression(parent)) && parent.expression !== at;
      if (isArgument && (isOnClosed(parent) || isMadeBy(parent))) return true;
    }
    return false;
  }

  function isOnClosed(taker: ts.CallExpression | ts.NewExpression): boolean {
    return declarationsOfReceiver(taker.expression, unit).some(declaration => closed.has(declaration));
  }

  /** `worker = new Worker(…)`, as a declaration or an assignment. */
  function isMadeBy(maker: ts.CallExpression | ts.NewExpression): boolean {
    let at: ts.Node = maker;
    while (syntax.isAwaitExpression(at.parent) || syntax.isParenthesizedExpression(at.parent)) at = at.parent;
    const { parent } = at;
    if (syntax.isVariableDeclaration(parent) || syntax.isPropertyDeclaration(parent)) return closed.has(parent);
    return (
      syntax.isBinaryExpression(parent) &&
      parent.right === at &&
      declarationsNamed(parent.left, unit).some(declaration => closed.has(declaration))
    );
  }
}

function* functionsAround(node: ts.Node, syntax: Syntax): Generator<ts.SignatureDeclaration> {
  for (let fn = functionAround(node, syntax); fn; fn = functionAround(fn, syntax)) yield fn;
}
