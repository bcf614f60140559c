import type ts from 'typescript';
import { calleeExpression, type Candidate } from '../../syntax/candidate.js';
import { callOf } from '../../syntax/call-around.js';
import { findCallers } from '../origins/find-callers.js';
import { callsWaitedFor } from '../summaries/calls-waited-for.js';
import { functionAround } from '../../syntax/ancestors.js';
import { hasBody } from '../../syntax/has-body.js';
import { unwrap } from '../../syntax/unwrap.js';
import type { FunctionWithBody } from '../../syntax/has-body.js';
import { perProject, perUnit } from '../per-unit.js';
import type { Unit } from '../unit.js';
import { findRegistration } from '../uses/find-registration.js';
import { isRouteHandler } from '../uses/is-route-handler.js';
import { createHoldings, type Holding, type Holdings } from './create-holdings.js';
import { findOpened } from './find-opened.js';
import { functionsMeant } from './find-openings.js';
import { handOver, type Target } from './hand-over.js';
import type { Held } from './held.js';

/**
 * What is held while a call runs: by a function around it that takes a connection or begins a transaction, or is given one as
 * the callback of a transaction; or by one that waits for such a function, itself or by any number of others. No paths
 * are told apart: a function holds from its first line to its last.
 */
export function findHeld(call: Candidate, unit: Unit): readonly Held[] {
  const holdings = holdingsOf(unit);
  const found: Held[] = [];
  for (let fn = functionAround(call, unit.syntax); fn; fn = functionAround(fn, unit.syntax)) {
    found.push(...holdings.of(fn).filter(({ openings }) => !openings.includes(call)));
    if (findRegistration(fn, unit) !== undefined || isRouteHandler(fn, unit)) break; // it runs later
  }
  return found;
}

/** What each function of a program holds: by itself, or handed on by those that wait for it. */
const holdingsOf = perProject((unit): Holdings => {
  const holdings = createHoldings();
  const open = [...findOpened(unit)];
  for (const holding of open) {
    const news = holdings.add(holding);
    if (news) for (const next of handOn(news, unit)) open.push(next); // is looked at in turn
  }
  return holdings;
});

/** What the functions hold that one waits for which holds something. */
function handOn({ fn, held }: Holding, unit: Unit): readonly Holding[] {
  if (!hasBody(fn)) return [];
  return runsWaitedFor(fn, unit)
    .filter(({ call }) => !held.openings.includes(call))
    .map(target => ({ fn: target.fn, held: handOver(held, target, unit) }));
}

/** A function that another one waits for, by one of its calls. */
interface Run extends Target {
  readonly call: Candidate;
}

/** The functions that a function waits for. */
const runsWaitedFor = perUnit((fn: FunctionWithBody, unit): readonly Run[] =>
  callsWaitedFor(fn, unit).flatMap(call => targetsOf(call, fn, unit).map(target => ({ ...target, call }))),
);

/** The functions that a call runs, with what they are given: those of the project, and the callbacks that a function was handed. */
function targetsOf(call: Candidate, around: FunctionWithBody, unit: Unit): readonly Target[] {
  const { facts, syntax } = unit;
  const given = syntax.isCallExpression(call) ? call.arguments : [];
  const own = facts.functionsOf(call).map(fn => ({ fn, given }));
  const callee = unwrap(calleeExpression(call), syntax);
  const parameter = syntax.isIdentifier(callee)
    ? facts.declarationsOf(callee).find(declaration => declaration.parent === around)
    : undefined;
  if (!parameter) return own;
  const position = around.parameters.findIndex(one => one === parameter);
  return [...own, ...callbacksAt(around, position, unit).map(fn => ({ fn, given }))];
}

/** What the callers of a function give it at a position. */
function callbacksAt(fn: ts.SignatureDeclaration, position: number, unit: Unit): readonly ts.SignatureDeclaration[] {
  return findCallers(fn, unit).uses.flatMap(use => {
    const argument = callOf(use, unit.syntax)?.arguments[position];
    return argument ? functionsMeant(argument, unit) : [];
  });
}
