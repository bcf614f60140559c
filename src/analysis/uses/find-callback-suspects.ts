import type ts from 'typescript';
import type { CallbackEffect, CallbackUse } from '../../catalogue/library-entry.js';
import type { IsMeant } from '../../syntax/candidate.js';
import { classifySurroundings, isAsync } from '../../syntax/classify-surroundings.js';
import { classifySignal } from './classify-signal.js';
import { classifyUse } from './classify-use.js';
import { findCandidates } from '../find-candidates.js';
import { findLostCollection } from './find-collection.js';
import { findRegistration } from './find-registration.js';
import { findSkipped } from './find-skipped.js';
import { mayMatter } from '../origins/may-matter.js';
import { resolveOrigin } from '../origins/resolve-origin.js';
import { isTurnedIntoText } from './is-sink.js';
import { fateOf, type Fate } from '../summaries/parameter-fates.js';
import { parameterOf } from '../summaries/parameter-of.js';
import { callbackUsesOf } from '../origins/callback-uses-of.js';
import { toReference } from '../../syntax/to-reference.js';
import { kinds, type Kind } from '../kinds/kinds.js';
import type { PlaceOfCall } from '../kinds/call-facts.js';
import { isOnServer } from './is-on-server.js';
import type { Suspect } from './suspect.js';
import { areMembersAwaited, fateOfPromise } from './find-fate.js';
import { findLocalBinding } from '../names/find-references.js';
import type { Use } from './use.js';
import type { Unit } from '../unit.js';
import { unwrap } from '../../syntax/unwrap.js';

type Callback = ts.ArrowFunction | ts.FunctionExpression;

/**
 * When `call` takes a callback that gives promises and does not wait for them, the persistence calls in that callback, of
 * those that are meant, that are lost with it: whatever is given to `forEach` and its like, to a `map` whose array nobody
 * awaits, to the `then` of a promise that is dropped, to a function of the project that calls it and drops what it gives. A callback
 * that is named, `ids.forEach(save)`, is itself what is lost.
 */
export function findCallbackSuspects(call: ts.CallExpression, unit: Unit, isMeant: IsMeant): Iterable<Suspect> {
  const expected = findExpectedUse(call, unit);
  const lossOf = expected
    ? () => lossByUse(expected, call, unit)
    : (callback: ts.Expression) => lossOfArgument(callback, call, unit);
  return findLost(call, unit, { isMeant, lossOf });
}

/** The persistence calls in a callback that `call` gives to a timer or an event emitter, of those that are meant; not those whose failure is heard of. */
export function* findDetached(call: ts.CallExpression, unit: Unit, isMeant: IsMeant): Generator<Suspect> {
  const lossOf = (callback: ts.Expression): Loss | undefined =>
    findRegistration(callback, unit) === 'platform'
      ? { kind: 'callbackDetached', value: call, failure: 'unheard' }
      : undefined;
  for (const suspect of findLost(call, unit, { isMeant, lossOf })) if (suspect.failure === 'unheard') yield suspect;
}

/** What is looked for in the callbacks of a call. */
interface Search {
  readonly isMeant: IsMeant;
  readonly lossOf: (callback: ts.Expression) => Loss | undefined;
}

function* findLost(call: ts.CallExpression, unit: Unit, { isMeant, lossOf }: Search): Generator<Suspect> {
  for (const callback of call.arguments) {
    const all = findCarried(callback, unit).filter(carried => isMeant(carried.call));
    const loss = all.length > 0 ? lossOf(callback) : undefined;
    if (!loss) continue;
    const surroundings = classifySurroundings(loss.collection?.binding.declaration ?? call, unit.syntax);
    const kind = surroundings.kind === 'module' ? undefined : kindIn(surroundings, loss.kind, unit);
    if (surroundings.kind === 'module' || !kind) continue;
    for (const carried of all) {
      yield {
        ...carried,
        ...loss,
        kind,
        failure: carried.failure === 'unheard' ? loss.failure : carried.failure,
        surroundings,
        isStarted: carried.isStarted || loss.value !== call,
      };
    }
  }
}

/**
 * What a kind is in a place; undefined where it is none. A receiver that does not wait loses what its callback gives whatever function is
 * around, but in user interfaces; a promise that is dropped is of another kind where nobody could wait for it.
 */
function kindIn(place: PlaceOfCall, kind: Kind, unit: Unit): Kind | undefined {
  if (place.kind === 'async') return kind;
  if (kinds[kind].isLossAnywhere === true) return isOnServer(place, unit) ? kind : undefined;
  if (kind !== 'floating' || place.kind !== 'sync') return undefined;
  if (!place.asyncAncestor) return 'inSyncFunction';
  return findRegistration(place.fn, unit) ? undefined : 'inSyncCallback';
}

/** How a callback's promises are lost, and what is lost as a whole. */
type Loss = Pick<Suspect, 'arrayMethod' | 'binding' | 'collection' | 'failure' | 'kind' | 'value'>;

/** How a function may lose what its callback gives. */
type LosingUse = CallbackUse & { readonly effect: Exclude<CallbackEffect, 'waitsForAll'> };

/** How a method loses it that goes by the name of one that the catalogue knows, which is then seen by what declares it. */
function findExpectedUse({ expression }: ts.CallExpression, { catalogue, syntax }: Unit): LosingUse | undefined {
  const facts = syntax.isPropertyAccessExpression(expression) && catalogue.callbacks.get(expression.name.text);
  return facts ? facts.map(({ fact }) => fact).find(isLosing) : undefined;
}

function isLosing(use: CallbackUse): use is LosingUse {
  const { effect, runs } = use;
  return effect !== undefined && effect !== 'waitsForAll' && (runs === 'atOnce' || runs === 'perItem');
}

/** How a function that is called by its own name loses what its callback gives: by what declares it, or by what it does. */
function lossOfArgument(callback: ts.Expression, call: ts.CallExpression, unit: Unit): Loss | undefined {
  const known = unit.syntax.isIdentifier(call.expression) ? callbackUsesOf(call, unit).find(isLosing) : undefined;
  if (known) return lossByEffect(known.effect, call, unit);
  const isDropped = fateOfArgument(callback, call, unit) === 'drops';
  return isDropped ? { kind: 'callbackIgnored', value: call, failure: 'unheard' } : undefined;
}

/** What a function of the project does with a callback that it is given, as far as anybody can say. */
function fateOfArgument(callback: ts.Expression, call: ts.CallExpression, unit: Unit): Fate {
  const parameter = parameterOf(callback, call, unit);
  return parameter ? fateOf(parameter, unit) : 'unknown';
}

function lossByUse({ effect, runs }: LosingUse, call: ts.CallExpression, unit: Unit): Loss | undefined {
  const loss = lossByEffect(effect, call, unit);
  return loss && (effect !== 'chains' || runs === 'perItem') ? { ...loss, arrayMethod: call } : loss; // whatever has a `then` is a promise
}

function lossByEffect(effect: LosingUse['effect'], call: ts.CallExpression, unit: Unit): Loss | undefined {
  switch (effect) {
    case 'drops':
      return { kind: 'callbackIgnored', value: call, failure: 'unheard' };
    case 'collects':
      return lossOfArray(call, unit);
    case 'chains':
    case 'waits':
      return lossOfWhole(call, unit);
  }
}

/** How a promise is lost that a callback's promises become a part of: dropped where it stands, or kept where nothing waits for it. */
function lossOfWhole(call: ts.CallExpression, unit: Unit): Loss | undefined {
  const use = classifyUse(call, unit.syntax);
  if (use.kind === 'assigned') return lossOfKept(use, unit);
  if (use.kind !== 'floating' && use.kind !== 'handled') return undefined;
  const signal = classifySignal(use.value, unit);
  if (signal === 'heard') return undefined;
  return use.kind === 'handled' && signal === 'none'
    ? { kind: 'handledNotAwaited', value: use.value, failure: 'handled' }
    : { kind: 'floating', value: use.value, failure: 'unheard' };
}

function lossOfKept({ binding: name, value }: Extract<Use, { kind: 'assigned' }>, unit: Unit): Loss | undefined {
  const fate = fateOfPromise(value, unit);
  const binding = fate?.awaited === 'never' && !fate.isHandled ? findLocalBinding(name, unit) : undefined;
  return binding && { kind: 'neverAwaited', value, binding, failure: 'unheard' };
}

/** How the array that a `map` gives is lost, when it reaches nobody who waits for its elements. */
function lossOfArray(call: ts.CallExpression, unit: Unit): Loss | undefined {
  const { syntax } = unit;
  const { parent } = call;
  const mapped: Loss = { kind: 'mapped', value: call, failure: 'unheard' };
  if (syntax.isSpreadElement(parent) && syntax.isCallExpression(parent.parent)) {
    const collection = findLostCollection(parent.parent, unit);
    return collection && { ...mapped, kind: 'collectedNeverAwaited', collection };
  }
  const array = syntax.isSpreadElement(parent) && syntax.isArrayLiteralExpression(parent.parent) ? parent.parent : call;
  const use = classifyUse(array, syntax);
  switch (use.kind) {
    case 'awaited':
      return syntax.isArrayLiteralExpression(array.parent) || syntax.isAwaitExpression(array.parent)
        ? mapped
        : undefined;
    case 'floating':
      return use.value === array ? mapped : { ...mapped, kind: 'floating', value: use.value };
    case 'handled':
      return { ...mapped, kind: 'handledNotAwaited', value: use.value, failure: 'handled' };
    case 'assigned':
      return use.value === array && areMembersAwaited(use.binding, unit) === false ? mapped : undefined;
    case 'returned':
      return use.value === array && findSkipped(array, unit).has('catch') ? mapped : undefined;
    case 'serialized':
      return mapped;
    case 'argument':
      return use.value === array && (isTurnedIntoText(use, unit) || isStoredBy(use.of, unit)) ? mapped : undefined;
    default:
      return undefined;
  }
}

/** Whether a call stores what it is given, and so waits for nothing in it: a persistence call, but for one that runs others together. */
function isStoredBy(call: ts.CallExpression, unit: Unit): boolean {
  if (!mayMatter(call, unit)) return false;
  const answer = resolveOrigin(call, unit);
  return answer.kind === 'persistence' && answer.origin.operation === 'write';
}

/**
 * Whether the catalogue knows of a method of arrays, by what declares it, that it does with what its callback gives what its name
 * lets expect: a stream, an observable or a collection may wait.
 */
export function isArrayMethod(call: ts.CallExpression, unit: Unit): boolean {
  const expected = findExpectedUse(call, unit)?.effect;
  return expected !== undefined && callbackUsesOf(call, unit).some(({ effect }) => effect === expected);
}

/** A call whose promise a callback gives, and whether the callback itself begins to wait for it. */
type Carried = Pick<Suspect, 'call' | 'failure' | 'isStarted'>;

/** What a callback gives the promise of: the calls that it waits for or gives back, or itself, where it is named. */
function findCarried(callback: ts.Expression, unit: Unit): readonly Carried[] {
  const at = unwrap(callback, unit.syntax);
  if (unit.syntax.isArrowFunction(at) || unit.syntax.isFunctionExpression(at)) return [...findCarriedIn(at, unit)];
  const call = toReference(at, unit.syntax);
  return call && mayMatter(call, unit) && unit.facts.givesPromise(call)
    ? [{ call, isStarted: false, failure: 'unheard' }]
    : [];
}

/** The calls whose promise a callback waits for, if it is async, or gives back. */
function* findCarriedIn(callback: Callback, unit: Unit): Generator<Carried> {
  const { syntax } = unit;
  const isStarted = isAsync(callback, syntax);
  for (const call of findCandidates(callback.body, syntax, () => false)) {
    if (!mayMatter(call, unit)) continue;
    const use = classifyUse(call, syntax);
    if (use.kind === 'awaited' && isStarted)
      yield {
        call,
        isStarted,
        failure: use.isHandled || findSkipped(call, unit).has('catch') ? 'caught' : 'unheard',
      };
    if (use.kind === 'returned')
      yield {
        call,
        isStarted: isStarted || unwrap(use.value, syntax) !== call,
        failure: use.isHandled ? 'handled' : 'unheard',
      };
  }
}
