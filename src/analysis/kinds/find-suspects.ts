import { classifySurroundings } from '../../syntax/classify-surroundings.js';
import type { Candidate, IsMeant } from '../../syntax/candidate.js';
import { unwrap } from '../../syntax/unwrap.js';
import { findCalls } from '../find-candidates.js';
import { mayMatter } from '../origins/may-matter.js';
import type { FileUnit, Unit } from '../unit.js';
import { classifyUse } from '../uses/classify-use.js';
import { findCallbackSuspects, findDetached } from '../uses/find-callback-suspects.js';
import type { Suspect } from '../uses/suspect.js';
import type { Use } from '../uses/use.js';
import { CallFacts } from './call-facts.js';
import { declarationOf, kindNames } from './kinds.js';

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

function findSuspect(call: Candidate, unit: Unit): Suspect | undefined {
  const use = classifyUse(call, unit.syntax);
  if (!('value' in use) || !mayMatter(call, unit)) return undefined;
  const surroundings = classifySurroundings(call, unit.syntax);
  if (surroundings.kind === 'module') return undefined;
  const facts = new CallFacts(call, use, { place: surroundings, unit });
  for (const kind of kindNames) {
    const found = declarationOf(kind).find?.(facts);
    if (!found) continue;
    const isStarted = unwrap(use.value, unit.syntax) !== call;
    return {
      call,
      value: use.value,
      surroundings,
      isStarted,
      failure: isHandled(use) ? 'handled' : 'unheard',
      kind,
      ...found,
    };
  }
  return undefined;
}

function isHandled(use: Use): boolean {
  return use.kind === 'handled' || ('isHandled' in use && use.isHandled);
}
