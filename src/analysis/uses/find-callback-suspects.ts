import type ts from 'typescript';
import { classifySurroundings, isAsync } from '../syntax/classify-surroundings.js';
import { classifyUse } from './classify-use.js';
import { findCandidates } from '../find-candidates.js';
import { findLocalBinding } from '../syntax/find-references.js';
import { findRegistration } from './find-registration.js';
import { findSkipped } from '../syntax/find-skipped.js';
import type { Suspect } from './suspect.js';
import { fateOfCollection } from './trace-binding.js';
import type { Unit } from '../unit.js';

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
    const loss = lossOf(call, callback, unit);
    if (!loss) continue;
    const surroundings = classifySurroundings(call, unit.syntax);
    if (surroundings.kind !== 'async') continue;
    for (const carried of findCarried(callback, unit)) {
      if (loss.kind === 'callbackDetached' && findSkipped(carried.call, unit.syntax).has('catch')) continue;
      yield { ...carried, ...loss, surroundings, isStarted: carried.isStarted || loss.value !== call };
    }
  }
}

function isCallback(argument: ts.Expression, { syntax }: Unit): argument is Callback {
  return syntax.isArrowFunction(argument) || syntax.isFunctionExpression(argument);
}

/** How a callback's promises are lost, and what is lost as a whole. */
type Loss = Pick<Suspect, 'arrayMethod' | 'kind' | 'value'>;

function lossOf(call: ts.CallExpression, callback: Callback, unit: Unit): Loss | undefined {
  const { syntax } = unit;
  if (unit.checks.kinds.has('callbackDetached') && findRegistration(callback, unit) === 'platform') return { kind: 'callbackDetached', value: call };
  if (!syntax.isPropertyAccessExpression(call.expression) || call.arguments[0] !== callback) return undefined;
  const method = call.expression.name.text;
  const loss: Loss | undefined = heedless.has(method) ? { kind: 'callbackIgnored', value: call } : method === 'map' ? lossOfArray(call, unit) : undefined;
  return loss && unit.checks.kinds.has(loss.kind) ? { ...loss, arrayMethod: call } : undefined;
}

/** How the array that a `map` gives is lost, when it reaches nobody who waits for its elements. */
function lossOfArray(call: ts.CallExpression, unit: Unit): Loss | undefined {
  const { syntax } = unit;
  const { parent } = call;
  const mapped: Loss = { kind: 'mapped', value: call };
  const use = classifyUse(call, syntax);
  switch (use.kind) {
    case 'awaited':
      return syntax.isArrayLiteralExpression(parent) || syntax.isAwaitExpression(parent) ? mapped : undefined;
    case 'floating':
      return use.value === call ? mapped : { kind: 'floating', value: use.value };
    case 'assigned': {
      const binding = use.value === call ? findLocalBinding(use.binding, unit) : undefined;
      return binding && fateOfCollection(binding, unit) !== 'handedOn' ? mapped : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether `call` is a method of the standard library's arrays: a stream, an observable or a collection may wait. */
export function isArrayMethod(call: ts.CallExpression, unit: Unit): boolean {
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
