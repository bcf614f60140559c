import type ts from 'typescript';
import type { CallbackUse } from '../../catalogue/library-entry.js';
import type { IsMeant } from '../../syntax/candidate.js';
import { classifySurroundings, isAsync } from '../../syntax/classify-surroundings.js';
import { classifySignal } from './classify-signal.js';
import { classifyUse } from './classify-use.js';
import { findCandidates } from '../find-candidates.js';
import { findLostCollection } from './find-collection.js';
import { findRegistration } from './find-registration.js';
import { findSkipped } from './find-skipped.js';
import { mayMatter } from '../origins/may-matter.js';
import { findFacts } from '../origins/match-methods.js';
import type { Suspect } from './suspect.js';
import { areMembersAwaited } from './find-fate.js';
import type { Unit } from '../unit.js';
import { unwrap } from '../../syntax/unwrap.js';

type Callback = ts.ArrowFunction | ts.FunctionExpression;

/**
 * When `call` takes a callback that gives promises and does not wait for them, the persistence calls in that callback, of
 * those that are meant, that are lost with it: whatever is given to `forEach` and its like, to a `map` whose array nobody
 * awaits, to the `then` of a promise that is dropped.
 */
export function findCallbackSuspects(call: ts.CallExpression, unit: Unit, isMeant: IsMeant): Iterable<Suspect> {
  const use = findLosingUse(call, unit);
  return use ? findLost(call, unit, { isMeant, lossOf: () => lossByUse(use, call, unit) }) : [];
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
    const all = isCallback(callback, unit)
      ? [...findCarried(callback, unit)].filter(carried => isMeant(carried.call))
      : [];
    const loss = all.length > 0 ? lossOf(callback) : undefined;
    if (!loss) continue;
    const surroundings = classifySurroundings(loss.collection?.binding.declaration ?? call, unit.syntax);
    if (surroundings.kind !== 'async') continue;
    for (const carried of all) {
      yield {
        ...carried,
        ...loss,
        failure: carried.failure === 'unheard' ? loss.failure : carried.failure,
        surroundings,
        isStarted: carried.isStarted || loss.value !== call,
      };
    }
  }
}

function isCallback(argument: ts.Expression, { syntax }: Unit): argument is Callback {
  return syntax.isArrowFunction(argument) || syntax.isFunctionExpression(argument);
}

/** How a callback's promises are lost, and what is lost as a whole. */
type Loss = Pick<Suspect, 'arrayMethod' | 'binding' | 'collection' | 'failure' | 'kind' | 'value'>;

/** How a method that goes by the name of one that the catalogue knows may lose what its callback gives, which is then seen by what declares it. */
type LosingUse = CallbackUse & { readonly effect: 'chains' | 'collects' | 'drops' };

function findLosingUse({ expression }: ts.CallExpression, { catalogue, syntax }: Unit): LosingUse | undefined {
  const facts = syntax.isPropertyAccessExpression(expression) && catalogue.callbacks.get(expression.name.text);
  return facts ? facts.map(({ fact }) => fact).find(isLosing) : undefined;
}

function isLosing(use: CallbackUse): use is LosingUse {
  const { effect, runs } = use;
  return (
    (effect === 'chains' || effect === 'collects' || effect === 'drops') && (runs === 'atOnce' || runs === 'perItem')
  );
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
      return lossOfChain(call, unit);
  }
}

/** How a promise is lost that a callback's promises become a part of, when it is dropped where it stands. */
function lossOfChain(call: ts.CallExpression, unit: Unit): Loss | undefined {
  const use = classifyUse(call, unit.syntax);
  if (use.kind !== 'floating' && use.kind !== 'handled') return undefined;
  const signal = classifySignal(use.value, unit);
  if (signal === 'heard') return undefined;
  return use.kind === 'handled' && signal === 'none'
    ? { kind: 'handledNotAwaited', value: use.value, failure: 'handled' }
    : { kind: 'floating', value: use.value, failure: 'unheard' };
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
  const use = classifyUse(call, syntax);
  switch (use.kind) {
    case 'awaited':
      return syntax.isArrayLiteralExpression(parent) || syntax.isAwaitExpression(parent) ? mapped : undefined;
    case 'floating':
      return use.value === call ? mapped : { ...mapped, kind: 'floating', value: use.value };
    case 'handled':
      return { ...mapped, kind: 'handledNotAwaited', value: use.value, failure: 'handled' };
    case 'assigned':
      return use.value === call && areMembersAwaited(use.binding, unit) === false ? mapped : undefined;
    default:
      return undefined;
  }
}

/**
 * Whether the catalogue knows of a method of arrays, by what declares it, that it does with what its callback gives what its name
 * lets expect: a stream, an observable or a collection may wait.
 */
export function isArrayMethod(call: ts.CallExpression, unit: Unit): boolean {
  const expected = findLosingUse(call, unit)?.effect;
  const callee = unit.facts.calleeOf(call);
  return (
    expected !== undefined &&
    callee.kind === 'declared' &&
    callee.declarations.some(declared =>
      findFacts(declared, unit.catalogue.callbacks).some(({ effect }) => effect === expected),
    )
  );
}

/** A call whose promise a callback gives, and whether the callback itself begins to wait for it. */
type Carried = Pick<Suspect, 'call' | 'failure' | 'isStarted'>;

/** The calls whose promise a callback waits for, if it is async, or gives back. */
function* findCarried(callback: Callback, unit: Unit): Generator<Carried> {
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
