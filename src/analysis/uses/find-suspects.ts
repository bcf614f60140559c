import type ts from 'typescript';
import type { Candidate } from '../candidate.js';
import { classifySurroundings, type Surroundings } from '../syntax/classify-surroundings.js';
import { classifyUse } from './classify-use.js';
import { findCallbackSuspects } from './find-callback-suspects.js';
import { findCandidates } from '../find-candidates.js';
import { findLostCollection } from './find-collection.js';
import { isOverwritten, leavesBeforeRead } from './find-early-return.js';
import { findLocalBinding, type LocalBinding } from '../syntax/find-references.js';
import { findRegistration } from './find-registration.js';
import { findSkipped } from '../syntax/find-skipped.js';
import { isRouteHandler } from './is-route-handler.js';
import { isSink } from './is-sink.js';
import type { Kind } from '../kinds.js';
import type { Suspect } from './suspect.js';
import { fateOfCollection, fateOfPromise, isInSink } from './trace-binding.js';
import type { Unit } from '../unit.js';
import { unwrap } from '../syntax/unwrap.js';
import type { Use } from './use.js';

/** Every call of a file whose promise would be lost, in the order of the text. */
export function* findSuspects(unit: Unit): Generator<Suspect> {
  for (const call of findCandidates(unit.sourceFile, unit.syntax, () => true)) {
    if (unit.syntax.isCallExpression(call)) yield* findCallbackSuspects(call, unit);
    const suspect = findSuspect(call, unit);
    if (suspect) yield suspect;
  }
}

/** Where a use stands. */
type Place = Exclude<Surroundings, { kind: 'module' }>;

function findSuspect(call: Candidate, unit: Unit): Suspect | undefined {
  const use = classifyUse(call, unit.syntax);
  if (!('value' in use)) return undefined;
  const surroundings = classifySurroundings(call, unit.syntax);
  if (surroundings.kind === 'module') return undefined;
  const loss = lossOf(use, surroundings, unit);
  return loss && { call, value: use.value, surroundings, isStarted: unwrap(use.value, unit.syntax) !== call, ...loss };
}

/** What makes a use a loss: its kind, and what else of a suspect depends on the use. */
type Loss = Pick<Suspect, 'binding' | 'collection' | 'isMember' | 'kind'> & Partial<Pick<Suspect, 'surroundings'>>;

function lossOf(use: Extract<Use, { value: ts.Expression }>, place: Place, unit: Unit): Loss | undefined {
  switch (use.kind) {
    case 'floating':
      return when(kindDropped('floating', place, unit));
    case 'assigned':
      return lossInVariable(use, place, unit);
    case 'voided':
      return when(inAsync('voided', place));
    case 'handled':
      return when(inAsync('handledNotAwaited', place));
    case 'tested':
      return when(inAsync('tested', place));
    case 'serialised':
      return when(inAsync('serialised', place));
    case 'returned':
      return findSkipped(use.value, unit.syntax).size > 0 ? when(inAsync('returnedFromTry', place)) : undefined;
    case 'argument':
      return isSink(use.of, unit) ? when(inAsync('serialised', place)) : lossInCollection(use, unit);
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
  const kind = kindInVariable(use.value, binding, place, unit);
  return kind && { kind, binding };
}

function kindInVariable(value: ts.Expression, binding: LocalBinding, place: Place, unit: Unit): Kind | undefined {
  const fate = fateOfPromise(binding, unit);
  if (fate === 'handled') return inAsync('handledNotAwaited', place);
  if (fate !== 'handedOn' || isOverwritten(value, binding, unit)) return kindDropped('neverAwaited', place, unit);
  return leavesBeforeRead(value, binding, unit) ? inAsync('awaitedOnSomePaths', place) : undefined;
}

function lossInCollection(use: Extract<Use, { kind: 'argument' }>, unit: Unit): Loss | undefined {
  const collection = findLostCollection(use, unit);
  const surroundings = collection && classifySurroundings(collection.binding.declaration, unit.syntax);
  return surroundings?.kind === 'async' ? { kind: 'collectedNeverAwaited', collection, surroundings } : undefined;
}

function lossInLiteral({ literal }: Extract<Use, { kind: 'collected' }>, place: Place, unit: Unit): Loss | undefined {
  if (place.kind !== 'async') return undefined;
  const isMember = true;
  if (isInSink(literal, unit)) return { kind: 'serialised', isMember };
  const use = classifyUse(literal, unit.syntax);
  if (use.kind === 'returned') {
    const isResponse = unit.checks.checkReturnedObjects && isRouteHandler(place.fn, unit);
    return isResponse ? { kind: 'serialised', isMember } : undefined;
  }
  if (!unit.syntax.isArrayLiteralExpression(literal)) return undefined;
  if (use.kind === 'floating') return { kind: 'collectedNeverAwaited', isMember };
  const binding = use.kind === 'assigned' ? findLocalBinding(use.binding, unit) : undefined;
  return lossOfBoundArray(binding, unit);
}

function lossOfBoundArray(binding: LocalBinding | undefined, unit: Unit): Loss | undefined {
  return binding && fateOfCollection(binding, unit) !== 'handedOn'
    ? { kind: 'collectedNeverAwaited', isMember: true, binding }
    : undefined;
}
