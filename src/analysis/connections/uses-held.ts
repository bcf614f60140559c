import { calleeExpression, type Candidate } from '../../syntax/candidate.js';
import { callsWaitedFor } from '../summaries/calls-waited-for.js';
import { followCall } from '../summaries/follow-call.js';
import { resolveOrigin } from '../origins/resolve-origin.js';
import { mayMatter } from '../origins/may-matter.js';
import { perUnit } from '../per-unit.js';
import type { FunctionWithBody } from '../../syntax/has-body.js';
import type { Unit } from '../unit.js';
import { createHoldings } from './create-holdings.js';
import type { Held } from './held.js';
import { handOver } from './hand-over.js';
import { holdsConnection } from './holds-connection.js';

/**
 * Whether a call is known to use a connection that is held, and none beside it: it is made on it or given it; a function of
 * the project, if all that it waits for does, itself or by any number of others. False when unsure. Of functions that call each
 * other those calls decide that none of them is.
 */
export function usesHeld(call: Candidate, held: Held, unit: Unit): boolean {
  const holdings = createHoldings();
  const open: Made[] = [{ call, held }];
  for (const made of open) {
    const functions = functionsInside(made, unit);
    const isToldByThem = functions.length > 0 && functions.every(fn => persistenceCallsOf(fn, unit).length > 0);
    if (!isToldByThem && !holdsConnection(made.call, made.held, unit)) return false;
    for (const inner of functions.flatMap(fn => madeIn(fn, made))) open.push(inner); // is looked at in turn
  }
  return true;

  /** The calls that a function makes which is called, unless they were looked at with no more handed over. */
  function madeIn(fn: FunctionWithBody, by: Made): readonly Made[] {
    const given = unit.syntax.isCallExpression(by.call) ? by.call.arguments : [];
    const news = holdings.add({ fn, held: handOver(by.held, { fn, given }, unit) });
    return news ? persistenceCallsOf(fn, unit).map(inner => ({ call: inner, held: news.held })) : [];
  }
}

/** A call, with what is held around it. */
interface Made {
  readonly call: Candidate;
  readonly held: Held;
}

/** The functions of the project that a call stands for; none where it is one on what is held, which says enough. */
function functionsInside({ call, held }: Made, unit: Unit): readonly FunctionWithBody[] {
  const callee = calleeExpression(call);
  const isMember = unit.syntax.isPropertyAccessExpression(callee) && holdsConnection(callee.expression, held, unit);
  return isMember ? [] : unit.facts.functionsOf(call);
}

/** The persistence calls that a function waits for, and those of functions of the project that carry one. */
const persistenceCallsOf = perUnit((fn: FunctionWithBody, unit): readonly Candidate[] =>
  callsWaitedFor(fn, unit).filter(call => isPersistence(call, unit)),
);

function isPersistence(call: Candidate, unit: Unit): boolean {
  if (!mayMatter(call, unit)) return false;
  return resolveOrigin(call, unit).kind === 'persistence' || followCall(call, unit) !== undefined;
}
