import type ts from 'typescript';
import type { Candidate, IsMeant } from '../../syntax/candidate.js';
import { classifySurroundings, type Surroundings } from '../../syntax/classify-surroundings.js';
import { classifySignal } from './classify-signal.js';
import { classifyUse } from './classify-use.js';
import { findCallbackSuspects, findDetached } from './find-callback-suspects.js';
import { findCalls } from '../find-candidates.js';
import { findLostCollection } from './find-collection.js';
import { findLocalBinding, findReads, type LocalBinding } from '../names/find-references.js';
import { findRegistration } from './find-registration.js';
import { findSkipped } from './find-skipped.js';
import { findMisread } from './find-misread.js';
import { isPlatforms } from '../names/is-platforms.js';
import { isRouteHandler } from './is-route-handler.js';
import { isTurnedIntoText } from './is-sink.js';
import type { Kind } from '../kinds.js';
import { mayMatter } from '../origins/may-matter.js';
import type { Suspect } from './suspect.js';
import { areMembersAwaited, fateOfPromise, type Fate } from './find-fate.js';
import { isInSink } from './is-read-as-value.js';
import type { FileUnit, Unit } from '../unit.js';
import { unwrap } from '../../syntax/unwrap.js';
import type { Literal, Use } from './use.js';

/**
 * Every call of a file, of those that are meant, whose promise would be lost, as far as its use and its name can say, but for
 * those of {@link findDetachedSuspects}; in the order of the text: where several are lost as one, the call that the promise
 * begins with comes before those in its callbacks.
 */
export function findSuspects(unit: FileUnit, isMeant: IsMeant): readonly Suspect[] {
  const suspects = [...visitCalls(unit, isMeant)].toSorted((a, b) => a.call.pos - b.call.pos);
  unit.facts.prepare(suspects.map(({ call }) => call));
  return suspects;
}

function* visitCalls(unit: FileUnit, isMeant: IsMeant): Generator<Suspect> {
  for (const call of findCalls(unit.sourceFile, unit)) yield* findSuspectsAt(call, unit, isMeant);
}

/** A call, and those in callbacks that it is given, of which the same is true. */
export function* findSuspectsAt(call: Candidate, unit: Unit, isMeant: IsMeant): Generator<Suspect> {
  if (unit.syntax.isCallExpression(call)) yield* findCallbackSuspects(call, unit, isMeant);
  const suspect = isMeant(call) ? findSuspect(call, unit) : undefined;
  if (suspect) yield suspect;
}

/** Every persistence call, of those that are meant, in a callback that a timer or an event emitter runs; in the order of the text. */
export function findDetachedSuspects(unit: FileUnit, isMeant: IsMeant): readonly Suspect[] {
  return findCalls(unit.sourceFile, unit)
    .flatMap(call => (unit.syntax.isCallExpression(call) ? [...findDetached(call, unit, isMeant)] : []))
    .toSorted((a, b) => a.call.pos - b.call.pos);
}

/** Where a use stands. */
type Place = Exclude<Surroundings, { kind: 'module' }>;

function findSuspect(call: Candidate, unit: Unit): Suspect | undefined {
  const use = classifyUse(call, unit.syntax);
  if (!('value' in use) || !mayMatter(call, unit)) return undefined;
  const surroundings = classifySurroundings(call, unit.syntax);
  if (surroundings.kind === 'module') return undefined;
  const loss = lossOf(use, surroundings, unit);
  return (
    loss && {
      call,
      value: use.value,
      surroundings,
      isStarted: unwrap(use.value, unit.syntax) !== call,
      failure: isHandled(use) ? 'handled' : 'unheard',
      ...loss,
    }
  );
}

function isHandled(use: Use): boolean {
  return use.kind === 'handled' || ('isHandled' in use && use.isHandled);
}

/** What makes a use a loss: its kind, and what else of a suspect depends on the use. */
type Loss = Pick<Suspect, 'binding' | 'collection' | 'isResponse' | 'kind' | 'memberOf'> &
  Partial<Pick<Suspect, 'failure' | 'isStarted' | 'surroundings'>>;

function lossOf(use: Extract<Use, { value: ts.Expression }>, place: Place, unit: Unit): Loss | undefined {
  switch (use.kind) {
    case 'floating':
    case 'handled':
      return lossWhereDropped(use, place, unit);
    case 'assigned':
      return lossInVariable(use, place, unit);
    case 'voided':
      return when(inAsync('voided', place));
    case 'tested':
      return when(inAsync('tested', place));
    case 'serialised':
      return when(inAsync('serialised', place));
    case 'returned':
      return findSkipped(use.value, unit).size > 0 ? when(inAsync('returnedFromTry', place)) : undefined;
    case 'argument':
      return isTurnedIntoText(use, unit) ? when(inAsync('serialised', place)) : lossInCollection(use, unit);
    case 'stored':
      return isTurnedIntoText(use, unit) ? when(inAsync('serialised', place)) : undefined;
    case 'collected':
      return lossInLiteral(use, place, unit);
  }
}

function when(kind: Kind | undefined): Loss | undefined {
  return kind && { kind };
}

function inAsync(kind: Kind, place: Place): Kind | undefined {
  return place.kind === 'async' ? kind : undefined;
}

/** A promise that is dropped, unless somebody hears of it by another one. A handler that rejects one that nobody hears of is none. */
function lossWhereDropped(
  { kind, value }: Extract<Use, { kind: 'floating' | 'handled' }>,
  place: Place,
  unit: Unit,
): Loss | undefined {
  const signal = classifySignal(value, unit);
  if (signal === 'heard') return undefined;
  if (kind === 'handled' && signal === 'none') return when(inAsync('handledNotAwaited', place));
  const loss = when(kindDropped('floating', place, unit));
  return loss && { ...loss, failure: 'unheard' };
}

/** The kind of a promise that is dropped: `kind`, unless the function around it is not async. */
function kindDropped(kind: Kind, place: Place, unit: Unit): Kind | undefined {
  if (place.kind !== 'sync') return kind;
  if (!place.asyncAncestor) return 'inSyncFunction';
  const registration = findRegistration(place.fn, unit);
  if (!registration) return 'inSyncCallback';
  return registration === 'platform' ? 'callbackDetached' : undefined;
}

function lossInVariable(use: Extract<Use, { kind: 'assigned' }>, place: Place, unit: Unit): Loss | undefined {
  const binding = findLocalBinding(use.binding, unit);
  if (!binding) return undefined;
  const fate = fateOfPromise(use.value, unit);
  const kind = fate && kindInVariable(use, { ...fate, binding }, place, unit);
  return (
    kind && {
      kind,
      binding,
      ...(kind === 'handledNotAwaited' && { failure: 'handled' }),
      ...(isStartedByRead(fate, unit) && { isStarted: true }),
    }
  );
}

/** Whether a read of a variable whose promise nobody waits for begins to wait all the same: `saved.then(log);`. */
function isStartedByRead({ awaited, reads }: Fate, unit: Unit): boolean {
  if (awaited !== 'never') return false; // it may run long after what is lost here
  return reads.some(read => {
    const use = classifyUse(read, unit.syntax);
    return 'value' in use && unwrap(use.value, unit.syntax) !== read;
  });
}

function kindInVariable(
  { binding: name, value }: Extract<Use, { kind: 'assigned' }>,
  fate: Fate & { readonly binding: LocalBinding },
  place: Place,
  unit: Unit,
): Kind | undefined {
  if (fate.awaited === 'never')
    return fate.isHandled ? inAsync('handledNotAwaited', place) : kindDropped('neverAwaited', place, unit);
  if (fate.awaited === 'onSomePaths') return inAsync('awaitedOnSomePaths', place);
  const misread = findMisread({ name, value, ...fate }, unit);
  return misread && inAsync(misread, place);
}

function lossInCollection(use: Extract<Use, { kind: 'argument' }>, unit: Unit): Loss | undefined {
  const collection = findLostCollection(use.of, unit);
  const surroundings = collection && classifySurroundings(collection.binding.declaration, unit.syntax);
  return surroundings?.kind === 'async' ? { kind: 'collectedNeverAwaited', collection, surroundings } : undefined;
}

function lossInLiteral({ literal }: Extract<Use, { kind: 'collected' }>, place: Place, unit: Unit): Loss | undefined {
  if (place.kind !== 'async') return undefined;
  const memberOf = unit.syntax.isArrayLiteralExpression(literal) ? 'array' : 'object';
  if (isInSink(literal, unit)) return { kind: 'serialised', memberOf };
  const use = classifyUse(toCollection(literal, unit), unit.syntax);
  if (use.kind === 'returned') {
    return isRouteHandler(place.fn, unit) ? { kind: 'serialised', memberOf, isResponse: true } : undefined;
  }
  if (use.kind === 'floating') return memberOf === 'array' ? { kind: 'collectedNeverAwaited', memberOf } : undefined;
  const binding = use.kind === 'assigned' ? findLocalBinding(use.binding, unit) : undefined;
  return use.kind === 'assigned' && binding && isLostIn(memberOf, { name: use.binding, binding }, unit)
    ? { kind: 'collectedNeverAwaited', memberOf, binding }
    : undefined;
}

/** `new Set([…])` around what it is made of; else the literal itself. */
function toCollection(literal: Literal, unit: Unit): ts.Expression {
  const { parent } = literal;
  return unit.syntax.isNewExpression(parent) && isPlatforms(parent.expression, collections, unit) ? parent : literal;
}

const collections: ReadonlySet<string> = new Set(['Map', 'Set']);

/** Whether nobody waits for what a variable's literal holds. Of an object it is only said when nothing reads the variable: its members go their own ways. */
function isLostIn(
  memberOf: 'array' | 'object',
  { binding, name }: { readonly binding: LocalBinding; readonly name: ts.Identifier },
  unit: Unit,
): boolean {
  return memberOf === 'object' ? findReads(binding, unit).length === 0 : areMembersAwaited(name, unit) === false;
}
