import type ts from 'typescript';
import { calleeExpression, type Candidate } from '../../syntax/candidate.js';
import { callOf } from '../../syntax/call-around.js';
import { findCallers } from '../origins/find-callers.js';
import { callsWaitedFor } from '../summaries/calls-waited-for.js';
import { functionAround } from '../../syntax/ancestors.js';
import { hasBody } from '../../syntax/has-body.js';
import { unwrap } from '../../syntax/unwrap.js';
import type { FunctionWithBody } from '../../syntax/has-body.js';
import { perProject } from '../per-unit.js';
import type { Unit } from '../unit.js';
import { findRegistration } from '../uses/find-registration.js';
import { isRouteHandler } from '../uses/is-route-handler.js';
import { findOpenings, functionsGiven, functionsMeant, type Opening } from './find-openings.js';
import { groupOpenings } from './group-openings.js';
import { handOver, type Target } from './hand-over.js';
import type { Held } from './held.js';
import { leavesWith } from './leaves-with.js';
import { namesIn } from './names-in.js';

/** How many functions away from the one that holds a connection those are that it waits for and that run while it does. */
const maximalDistance = 2;

/**
 * What is held while a call runs: by a function around it that takes a connection or begins a transaction, or is given one as
 * the callback of a transaction; or by one that waits for such a function, itself or by another between them. No paths
 * are told apart: a function holds from its first line to its last.
 */
export function findHeld(call: Candidate, unit: Unit): readonly Held[] {
  const index = indexOf(unit);
  const found: Held[] = [];
  for (let fn = functionAround(call, unit.syntax); fn; fn = functionAround(fn, unit.syntax)) {
    found.push(...(index.get(fn) ?? []).filter(({ openings }) => !openings.includes(call)));
    if (findRegistration(fn, unit) !== undefined || isRouteHandler(fn, unit)) break; // it runs later
  }
  return found;
}

function isSame(one: Held, other: Held): boolean {
  return (
    one.openings[0] === other.openings[0] &&
    one.holders.size === other.holders.size &&
    [...one.holders].every(holder => other.holders.has(holder))
  );
}

type HeldIndex = ReadonlyMap<ts.Node, readonly Held[]>;

/** What each function of a program holds. */
const indexOf = perProject(buildIndex);

function buildIndex(unit: Unit): HeldIndex {
  const { facts, syntax } = unit;
  const index = new Map<ts.Node, readonly Held[]>();
  const openings = new Map<ts.SignatureDeclaration, Opening[]>();
  for (const opening of findOpenings(unit)) {
    const callbacks = functionsGiven(opening.call, unit);
    for (const callback of callbacks) hold(callback, toHeldByCallback(opening, callback), 0);
    const fn = callbacks.length === 0 ? functionAround(opening.call, syntax) : undefined;
    if (fn) openings.set(fn, [...(openings.get(fn) ?? []), opening]);
  }
  for (const [fn, all] of openings) openByHand(fn, all, 0);
  return index;

  function toHeldByCallback({ call, entry, isTransaction }: Opening, { parameters }: ts.SignatureDeclaration): Held {
    return {
      openings: [call],
      entry,
      isTransaction,
      holders: new Set(parameters.flatMap(parameter => namesIn(parameter, syntax))),
    };
  }

  /** What a function takes or begins by itself; where it leaves with that, those that call it hold it, too. */
  function openByHand(fn: ts.SignatureDeclaration, all: readonly Opening[], distance: number): void {
    for (const held of groupOpenings(all, unit)) {
      hold(fn, held, 0);
      const left = distance < maximalDistance ? leavesWith(fn, held, unit) : undefined;
      if (!left) continue;
      for (const use of findCallers(fn, unit).uses) {
        const call = callOf(use, syntax);
        const caller = call && functionAround(call, syntax);
        if (caller)
          openByHand(
            caller,
            [
              {
                call,
                entry: held.entry,
                isTransaction: held.isTransaction,
                isOnReceiver: left.isKept,
                known: left.members,
              },
            ],
            distance + 1,
          );
      }
    }
  }

  function hold(fn: ts.SignatureDeclaration, held: Held, distance: number): void {
    const known = index.get(fn) ?? [];
    if (known.some(one => isSame(one, held))) return;
    index.set(fn, [...known, held]);
    if (distance === maximalDistance || !hasBody(fn)) return;
    for (const call of callsWaitedFor(fn, unit)) {
      if (held.openings.includes(call)) continue;
      for (const target of targetsOf(call, fn)) hold(target.fn, handOver(held, target, unit), distance + 1);
    }
  }

  /** The functions that a call runs, with what they are given: those of the project, and the callbacks that a function was handed. */
  function targetsOf(call: Candidate, around: FunctionWithBody): readonly Target[] {
    const given = syntax.isCallExpression(call) ? call.arguments : [];
    const own = facts.functionsOf(call).map(fn => ({ fn, given }));
    const callee = unwrap(calleeExpression(call), syntax);
    const parameter = syntax.isIdentifier(callee)
      ? facts.declarationsOf(callee).find(declaration => declaration.parent === around)
      : undefined;
    if (!parameter) return own;
    const position = around.parameters.findIndex(one => one === parameter);
    return [...own, ...callbacksAt(around, position).map(fn => ({ fn, given }))];
  }

  /** What the callers of a function give it at a position. */
  function callbacksAt(fn: ts.SignatureDeclaration, position: number): readonly ts.SignatureDeclaration[] {
    return findCallers(fn, unit).uses.flatMap(use => {
      const argument = callOf(use, syntax)?.arguments[position];
      return argument ? functionsMeant(argument, unit) : [];
    });
  }
}
