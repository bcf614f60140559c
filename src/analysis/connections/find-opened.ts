import type ts from 'typescript';
import type { Candidate } from '../../syntax/candidate.js';
import { callOf } from '../../syntax/call-around.js';
import { functionAround } from '../../syntax/ancestors.js';
import { namesIn } from './names-in.js';
import { findCallers } from '../origins/find-callers.js';
import type { Unit } from '../unit.js';
import { findOpenings, functionsGiven, type Opening } from './find-openings.js';
import { groupOpenings } from './group-openings.js';
import type { Holding } from './create-holdings.js';
import type { Held } from './held.js';
import { leavesWith } from './leaves-with.js';

/**
 * What functions hold by themselves: the callback of a transaction what it is given; any other what it takes or begins, by a
 * library's call or by that of a function that leaves with what it opened, itself or by any number of others.
 */
export function findOpened(unit: Unit): readonly Holding[] {
  const given: Holding[] = [];
  const byHand = new Map<ts.SignatureDeclaration, Opening[]>();
  for (const opening of findOpenings(unit)) {
    const callbacks = functionsGiven(opening.call, unit);
    given.push(...callbacks.map(fn => ({ fn, held: toHeldByCallback(opening, fn, unit) })));
    const fn = callbacks.length === 0 ? functionAround(opening.call, unit.syntax) : undefined;
    if (fn) byHand.set(fn, [...(byHand.get(fn) ?? []), opening]);
  }
  return [...given, ...openByHand(byHand, unit)];
}

function toHeldByCallback(
  { call, entry, isTransaction }: Opening,
  { parameters }: ts.SignatureDeclaration,
  { syntax }: Unit,
): Held {
  return {
    source: call,
    openings: [call],
    entry,
    isTransaction,
    holders: new Set(parameters.flatMap(parameter => namesIn(parameter, syntax))),
  };
}

/** Something that a function holds, with the library's call that opened it, here or in a function that left with it. */
interface Opened extends Holding {
  readonly root: Candidate;
}

/** What functions open, and those that call one that leaves with it: until none is found to hold more than was known. */
function openByHand(openings: ReadonlyMap<ts.SignatureDeclaration, readonly Opening[]>, unit: Unit): Iterable<Holding> {
  const known = new Map<Candidate, Map<Candidate, Opened>>();
  const open = [...openings].flatMap(([fn, all]) =>
    groupOpenings(all, unit).map(held => ({ fn, held, root: held.source })),
  );
  for (const one of open) {
    const news = learn(one);
    if (news) open.push(...openedByCallers(news, unit)); // is looked at in turn
  }
  return [...known.values()].flatMap(byRoot => [...byRoot.values()]);

  /** Adds what holds something to what is known to; undefined where all of it was. */
  function learn({ fn, held, root }: Opened): Opened | undefined {
    const ofCall = known.get(held.source) ?? new Map<Candidate, Opened>();
    const before = ofCall.get(root)?.held.holders;
    const holders = new Set([...(before ?? []), ...held.holders]);
    if (holders.size === before?.size) return undefined;
    const news = { fn, held: { ...held, holders }, root };
    known.set(held.source, ofCall.set(root, news));
    return news;
  }
}

/** What those hold that call a function which leaves with something. */
function openedByCallers({ fn, held, root }: Opened, unit: Unit): readonly Opened[] {
  const left = leavesWith(fn, held, unit);
  if (!left) return [];
  const { entry, isTransaction } = held;
  return findCallers(fn, unit).uses.flatMap(use => {
    const call = callOf(use, unit.syntax);
    const caller = call && functionAround(call, unit.syntax);
    if (!caller) return [];
    const opening = { call, entry, isTransaction, isOnReceiver: left.isKept, known: left.members };
    return groupOpenings([opening], unit).map(ofCaller => ({ fn: caller, held: ofCaller, root }));
  });
}
