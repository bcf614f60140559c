import type ts from 'typescript';
import { outermostOf } from '../../syntax/unwrap.js';
import { nameFunction } from '../../syntax/name-function.js';
import type { FunctionWithBody } from '../../syntax/has-body.js';
import { findObstacle } from './find-obstacle.js';
import { findLoop, followCallback } from './follow-callback.js';
import { refuse, type Steps } from './step.js';
import type { Tracing } from './tracing.js';

/** The next steps when a function has to `await`: it becomes async, which affects its callers if it returned no promise before. */
export function* followFunction(fn: FunctionWithBody, tracing: Tracing): Steps {
  const loop = findLoop(fn, tracing);
  if (loop) return yield { kind: 'loop', node: loop };
  const obstacle = findObstacle(fn, tracing);
  if (obstacle !== undefined) return yield refuse(obstacle);
  const kind = tracing.declarations.resultOf(fn);
  if (kind === 'value') yield* followResult(fn, tracing);
  else if (kind !== 'promise' && !isGivenToWaiting(fn, tracing)) yield refuse(describeResult(fn, kind, tracing));
  yield { kind: 'async', node: fn };
}

/** Whether a function is passed to something that accepts a promise, or another awaitable value, from it. */
function isGivenToWaiting(fn: FunctionWithBody, { declarations, syntax }: Tracing): boolean {
  return (
    (syntax.isArrowFunction(fn) || syntax.isFunctionExpression(fn)) &&
    declarations.takesPromise(outermostOf(fn, syntax))
  );
}

function describeResult(fn: FunctionWithBody, kind: 'mixed' | 'query' | undefined, tracing: Tracing): string {
  switch (kind) {
    case undefined:
      return `the result of ${render(fn, tracing)} is not known`;
    case 'mixed':
      return `${render(fn, tracing)} returns a promise only on some paths, and its callers may depend on that`;
    case 'query':
      return `${render(fn, tracing)} returns a query or the like, which an async function would run`;
  }
}

function* followResult(fn: FunctionWithBody, tracing: Tracing): Steps {
  const { syntax } = tracing;
  const annotation = fn.type ?? syntax.getJSDocReturnType(fn);
  if (annotation) yield { kind: 'result', node: annotation };
  if (syntax.isFunctionExpression(fn) && fn.name) yield { kind: 'declaration', node: fn };
  if (syntax.isFunctionDeclaration(fn) || syntax.isMethodDeclaration(fn)) yield { kind: 'declaration', node: fn };
  else yield* followPlace(fn, tracing);
}

/** The next steps from the position of a function expression: it is assigned to a name, or called by the function it is passed to. */
function* followPlace(fn: ts.ArrowFunction | ts.FunctionExpression, tracing: Tracing): Steps {
  const { syntax } = tracing;
  const whole = outermostOf(fn, tracing.syntax);
  const { parent } = whole;
  const isNamed =
    syntax.isVariableDeclaration(parent) ||
    syntax.isPropertyDeclaration(parent) ||
    syntax.isPropertyAssignment(parent) ||
    syntax.isExportAssignment(parent);
  if (isNamed) yield { kind: 'declaration', node: parent };
  else if (syntax.isCallExpression(parent) && parent.expression === whole) yield { kind: 'call', node: parent };
  else yield* followCallback(fn, tracing);
}

function render(fn: FunctionWithBody, { syntax }: Tracing): string {
  return `\`${nameFunction(fn, syntax)}\``;
}
