import type ts from 'typescript';
import { classifySurroundings, isAsync } from './classify-surroundings.js';
import { classifyUse } from './classify-use.js';
import { findCandidates } from './find-candidates.js';
import { findLocalBinding } from './find-references.js';
import { findRegistration } from './find-registration.js';
import { isInsideGuardedTry } from './is-inside-guarded-try.js';
import type { Kind } from './kinds.js';
import type { Suspect } from './suspect.js';
import { fateOfCollection } from './trace-binding.js';
import type { Unit } from './unit.js';

/** Array methods that ignore what their callback gives, or take a promise for its result. */
const heedless: ReadonlySet<string> = new Set(['every', 'filter', 'find', 'findIndex', 'findLast', 'findLastIndex', 'forEach', 'some', 'sort', 'toSorted']);

type Callback = ts.ArrowFunction | ts.FunctionExpression;

/**
 * When `call` takes a callback that gives promises and does not wait for them, the persistence calls in that callback that
 * are lost with it: whatever is given to `forEach` and its like, to a `map` whose array nobody awaits, to a timer or an
 * event emitter.
 */
export function* findCallbackSuspects(call: ts.CallExpression, unit: Unit): Generator<Suspect> {
  for (const callback of call.arguments) {
    if (!isCallback(callback, unit)) continue;
    const kind = kindOf(call, callback, unit);
    if (!kind) continue;
    const surroundings = classifySurroundings(call, unit.syntax);
    if (surroundings.kind !== 'async') continue;
    for (const carried of findCarried(callback, unit)) {
      if (kind === 'callbackDetached' && isInsideGuardedTry(carried.call, unit.syntax)) continue;
      yield { ...carried, kind, value: call, surroundings };
    }
  }
}

function isCallback(argument: ts.Expression, { syntax }: Unit): argument is Callback {
  return syntax.isArrowFunction(argument) || syntax.isFunctionExpression(argument);
}

function kindOf(call: ts.CallExpression, callback: Callback, unit: Unit): Kind | undefined {
  const { syntax } = unit;
  if (unit.checks.kinds.has('callbackDetached') && findRegistration(callback, unit) === 'platform') return 'callbackDetached';
  if (!syntax.isPropertyAccessExpression(call.expression) || call.arguments[0] !== callback) return undefined;
  const method = call.expression.name.text;
  const kind = heedless.has(method) ? 'callbackIgnored' : method === 'map' && isArrayLost(call, unit) ? 'mapped' : undefined;
  return kind && unit.checks.kinds.has(kind) && isArrayMethod(call, unit) ? kind : undefined;
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
  return binding !== undefined && fateOfCollection(binding, unit) !== 'handedOn';
}

/** Whether `call` is a method of the standard library's arrays: a stream, an observable or a collection may wait. */
function isArrayMethod(call: ts.CallExpression, unit: Unit): boolean {
  const callee = unit.facts.calleeOf(call);
  return (
    callee.kind === 'declared' &&
    callee.declarations.some(({ owner, place }) => place.from === 'lib' && (owner === 'Array' || owner === 'ReadonlyArray'))
  );
}

/** A call whose promise a callback gives, and whether the callback itself begins to wait for it. */
type Carried = Pick<Suspect, 'call' | 'isStarted'>;

/** The calls whose promise a callback waits for, if it is async, or gives back. */
function* findCarried(callback: Callback, { syntax }: Unit): Generator<Carried> {
  const isStarted = isAsync(callback, syntax);
  for (const call of findCandidates(callback.body, syntax, () => false)) {
    const { kind } = classifyUse(call, syntax);
    if (kind === 'returned' || (kind === 'awaited' && isStarted)) yield { call, isStarted };
  }
}
