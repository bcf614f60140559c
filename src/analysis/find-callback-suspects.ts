import type ts from 'typescript';
import { classifySurroundings, isAsync } from './classify-surroundings.js';
import { classifyUse } from './classify-use.js';
import { findLocalBinding, isNeverRead } from './find-references.js';
import type { Syntax } from './syntax.js';
import type { Suspect } from './suspect.js';
import type { Unit } from './unit.js';

/** Array methods that ignore what their callback gives, or take a promise for its result. */
const heedless: ReadonlySet<string> = new Set(['every', 'filter', 'find', 'findIndex', 'findLast', 'findLastIndex', 'forEach', 'some', 'sort', 'toSorted']);

type Callback = ts.ArrowFunction | ts.FunctionExpression;

/**
 * When `call` is a method of an array with a callback that gives promises, the persistence calls in that callback that are
 * lost with it: whatever is given to `forEach` and its like, and to a `map` whose array nobody awaits.
 */
export function* findCallbackSuspects(call: ts.CallExpression, unit: Unit): Generator<Suspect> {
  const { syntax } = unit;
  const method = syntax.isPropertyAccessExpression(call.expression) ? call.expression.name.text : undefined;
  const [callback] = call.arguments;
  if (method === undefined || !callback || !(syntax.isArrowFunction(callback) || syntax.isFunctionExpression(callback))) return;
  const kind = heedless.has(method) ? 'callbackIgnored' : method === 'map' && isArrayLost(call, unit) ? 'mapped' : undefined;
  if (!kind || !unit.checks.kinds.has(kind)) return;
  const surroundings = classifySurroundings(call, syntax);
  if (surroundings.kind !== 'async' || !isArrayMethod(call, unit)) return;
  for (const carried of findCarried(callback, syntax)) yield { kind, call: carried, value: call, surroundings, binding: undefined };
}

/** Whether the array that a `map` gives reaches nobody who waits for its elements. */
function isArrayLost(call: ts.CallExpression, unit: Unit): boolean {
  const { syntax } = unit;
  const { parent } = call;
  if (syntax.isArrayLiteralExpression(parent)) return classifyUse(call, syntax).kind === 'awaited';
  const use = classifyUse(call, syntax);
  if (use.kind === 'floating') return use.value === call;
  if (use.kind === 'awaited') return syntax.isAwaitExpression(parent);
  if (use.kind !== 'assigned' || use.value !== call) return false;
  const binding = findLocalBinding(use.binding, unit);
  return binding !== undefined && isNeverRead(binding, unit);
}

/** Whether `call` is a method of the standard library's arrays: a stream, an observable or a collection may wait. */
function isArrayMethod(call: ts.CallExpression, unit: Unit): boolean {
  const callee = unit.facts.calleeOf(call);
  return (
    callee.kind === 'declared' &&
    callee.declarations.some(({ owner, place }) => place.from === 'lib' && (owner === 'Array' || owner === 'ReadonlyArray'))
  );
}

/** The calls whose promise a callback waits for, if it is async, or gives back. */
function* findCarried(callback: Callback, syntax: Syntax): Generator<ts.CallExpression> {
  for (const call of callsIn(callback.body, syntax)) {
    const { kind } = classifyUse(call, syntax);
    if (kind === 'returned' || (kind === 'awaited' && isAsync(callback, syntax))) yield call;
  }
}

function callsIn(node: ts.Node, syntax: Syntax): readonly ts.CallExpression[] {
  const found: ts.CallExpression[] = [];
  visit(node);
  return found;

  function visit(at: ts.Node): void {
    if (syntax.isFunctionLike(at)) return;
    if (syntax.isCallExpression(at)) found.push(at);
    syntax.forEachChild(at, visit);
  }
}
