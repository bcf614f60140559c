import type ts from 'typescript';
import { outermostOf } from '../../syntax/unwrap.js';
import { classifyUse } from '../../analysis/uses/classify-use.js';
import { isArrayMethod } from '../../analysis/uses/find-callback-suspects.js';
import { loopEdits } from '../../analysis/remedies/loop-edits.js';
import { isPromiseMethod } from '../../syntax/is-promise-method.js';
import { renderCall } from '../../syntax/render-call.js';
import { declaresPromise } from './find-obstacle.js';
import { refuse, type Steps } from './step.js';
import type { Tracing } from './tracing.js';

/**
 * What follows when a function that is passed as a value becomes async: nothing, where what takes it says that it takes a
 * promise from it, or where its promises reach a `Promise.all`.
 */
export function* followCallback(fn: ts.Expression, tracing: Tracing): Steps {
  const whole = outermostOf(fn, tracing.syntax);
  const { parent } = whole;
  if (tracing.declarations.takesPromise(whole)) return;
  if (!tracing.syntax.isCallExpression(parent))
    return yield refuse(`a function is passed as a value at ${tracing.locate(fn)}`);
  if (methodOfArray(parent, tracing) === 'map' && isAwaitedAsWhole(parent, tracing)) return;
  yield refuse(
    `\`${renderCall(parent, tracing.syntax)}\` at ${tracing.locate(fn)} is not typed to accept an async callback`,
  );
}

/** The call of an array's `forEach` that a function is given to, where a loop in its place does the same. */
export function findLoop(fn: ts.Node, tracing: Tracing): ts.CallExpression | undefined {
  const { parent: call } = fn;
  if (!tracing.syntax.isCallExpression(call) || methodOfArray(call, tracing) !== 'forEach') return undefined;
  return loopEdits(call, undefined, tracing.toUnit(call.getSourceFile())) ? call : undefined;
}

/** The name of the array's method that is called; undefined for any other call. */
function methodOfArray(call: ts.CallExpression, { syntax, toUnit }: Tracing): string | undefined {
  const { expression } = call;
  if (!syntax.isPropertyAccessExpression(expression)) return undefined;
  return isArrayMethod(call, toUnit(call.getSourceFile())) ? expression.name.text : undefined;
}

/** `await Promise.all(items.map(…))`, which gets the results whether or not they are promises. */
function isAwaitedAsWhole(map: ts.CallExpression, tracing: Tracing): boolean {
  const { syntax } = tracing;
  const { parent } = map;
  const isElement =
    isPromiseMethod(parent, all, syntax) &&
    parent.arguments[0] === map &&
    !declaresPromise(map.getSourceFile(), tracing);
  const use = isElement ? classifyUse(parent, syntax).kind : undefined;
  return use === 'awaited' || use === 'returned';
}

const all: ReadonlySet<string> = new Set(['all']);
