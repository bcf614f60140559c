import type ts from 'typescript';
import { calleeExpression, type Candidate } from '../../syntax/candidate.js';
import { callOf } from '../../syntax/call-around.js';
import { findCallers } from '../origins/find-callers.js';
import type { LostCall } from '../guards/guard.js';
import { callsWaitedFor } from '../summaries/calls-waited-for.js';
import { isWaitedFor } from '../summaries/is-waited-for.js';
import { resolveOrigin } from '../origins/resolve-origin.js';
import { findCandidates } from '../find-candidates.js';
import { functionAround } from '../../syntax/ancestors.js';
import { unwrap } from '../../syntax/unwrap.js';
import { walk } from '../../syntax/walk.js';
import type { FunctionWithBody } from '../../syntax/has-body.js';
import type { Unit } from '../unit.js';
import { classifyUse } from '../uses/classify-use.js';
import { declarationsNamed } from './declarations-named.js';

/** How many functions away a call that closes something is looked for, and whoever runs the function around it. */
const maximalDistance = 2;

/**
 * Whether a lost call opens or closes something that waits for the code around the call: the pool of a connection that is
 * held, or what runs the callback that the call stands in, itself or through functions of the project.
 *
 * @example `const worker = new Worker('jobs', async () => { worker.close(); });`
 */
export function closesFromInside({ call, connection, origin }: LostCall, unit: Unit): boolean {
  const closings =
    origin.via.length === 0 ? closingsOf(call, origin.operation, unit) : closingsIn(call, unit, maximalDistance);
  if (closings.length === 0) return false;
  const isConnection = closings.some(({ isConnectionCall }) => isConnectionCall);
  return (
    (isConnection && connection === 'beside') || isRunBy(call, new Set(closings.flatMap(({ closed }) => closed)), unit)
  );
}

interface Closing {
  /** The declarations of what is opened or closed. */
  readonly closed: readonly ts.Node[];
  readonly isConnectionCall: boolean;
}

/** A method of which nobody knows what it does may close, too. */
function closingsOf(call: Candidate, operation: LostCall['origin']['operation'], unit: Unit): readonly Closing[] {
  if (operation !== 'connection' && operation !== 'unknown') return [];
  return [
    { closed: declarationsOfReceiver(calleeExpression(call), unit), isConnectionCall: operation === 'connection' },
  ];
}

/** What a function of the project closes that a call waits for. Of a method of something else than a database nobody knows what it does. */
function closingsIn(call: Candidate, unit: Unit, distance: number): readonly Closing[] {
  if (distance === 0) return [];
  return unit.facts.functionsOf(call).flatMap(fn => {
    return waitedIn(fn, unit).flatMap(inner => {
      const answer = resolveOrigin(inner, unit);
      if (answer.kind === 'persistence') return closingsOf(inner, answer.origin.operation, unit);
      return unit.facts.functionsOf(inner).length > 0
        ? closingsIn(inner, unit, distance - 1)
        : closingsOf(inner, 'unknown', unit);
    });
  });
}

/** The calls that a function waits for, also by a promise that it makes around them: `await new Promise(resolve => server.close(resolve))`. */
function waitedIn(fn: FunctionWithBody, unit: Unit): readonly Candidate[] {
  const { syntax } = unit;
  const waited = [...callsWaitedFor(fn, unit)];
  walk(fn.body, syntax, node => {
    if (!syntax.isNewExpression(node) || !isWaitedFor(classifyUse(node, syntax), unit))
      return syntax.isFunctionLike(node) ? 'over' : 'into';
    waited.push(...findCandidates(node, syntax, () => true));
    return 'over';
  });
  return waited;
}

/** Where that is declared which a method is called on. */
function declarationsOfReceiver(callee: ts.Expression, unit: Unit): readonly ts.Node[] {
  const at = unwrap(callee, unit.syntax);
  return unit.syntax.isPropertyAccessExpression(at) ? declarationsNamed(at.expression, unit) : [];
}

/** Whether a call stands in a function that what is closed runs: it was given to a call on it, or to what made it. */
function isRunBy(call: Candidate, closed: ReadonlySet<ts.Node>, unit: Unit): boolean {
  const { syntax } = unit;
  return isIn(call, maximalDistance);

  function isIn(node: ts.Node, distance: number): boolean {
    for (let fn = functionAround(node, syntax); fn; fn = functionAround(fn, syntax)) {
      if (isGiven(fn)) return true;
      if (distance > 0 && findCallers(fn, unit).uses.some(use => isUsedInside(use, distance))) return true;
    }
    return false;
  }

  /** Whether a function is handed over by its name, or called by another one that is. */
  function isUsedInside(use: ts.Expression, distance: number): boolean {
    const caller = callOf(use, syntax);
    return caller ? isWaitedFor(classifyUse(caller, syntax), unit) && isIn(caller, distance - 1) : isGiven(use);
  }

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
