import { calleeExpression, type Candidate } from '../../syntax/candidate.js';
import { callsWaitedFor } from '../summaries/calls-waited-for.js';
import { followCall } from '../summaries/follow-call.js';
import { resolveOrigin } from '../origins/resolve-origin.js';
import { mayMatter } from '../origins/may-matter.js';
import type { FunctionWithBody } from '../../syntax/has-body.js';
import type { Unit } from '../unit.js';
import type { Held } from './held.js';
import { handOver } from './hand-over.js';
import { holdsConnection } from './holds-connection.js';

/** A bound on how many functions are looked into: what is further away is not known to use anything. */
const maximalDepth = 4;

/**
 * Whether a call is known to use a connection that is held, and none beside it: it is made on it or given it; a function of
 * the project, if all that it waits for does. False when unsure.
 */
export function usesHeld(call: Candidate, held: Held, unit: Unit): boolean {
  return uses(call, held, { depth: maximalDepth, unit });
}

interface Place {
  readonly depth: number;
  readonly unit: Unit;
}

function uses(call: Candidate, held: Held, { depth, unit }: Place): boolean {
  const { facts, syntax } = unit;
  const isOnIt = holdsConnection(call, held, unit);
  const functions = facts.functionsOf(call);
  const callee = calleeExpression(call);
  const isMember = syntax.isPropertyAccessExpression(callee) && holdsConnection(callee.expression, held, unit);
  if (functions.length === 0 || isMember) return isOnIt;
  const given = syntax.isCallExpression(call) ? call.arguments : [];
  return (
    depth > 0 &&
    functions.every(
      fn =>
        staysOn(fn, handOver(held, { fn, given }, unit), {
          depth: depth - 1,
          unit,
        }) ?? isOnIt,
    )
  );
}

/** Whether all persistence calls that a function waits for use what is held; undefined where none is seen. */
function staysOn(fn: FunctionWithBody, held: Held, place: Place): boolean | undefined {
  const { unit } = place;
  const waited = callsWaitedFor(fn, unit).filter(call => isPersistence(call, unit));
  return waited.length === 0 ? undefined : waited.every(call => uses(call, held, place));
}

/** Whether a call is a persistence call, or of a function of the project that carries one. */
function isPersistence(call: Candidate, unit: Unit): boolean {
  if (!mayMatter(call, unit)) return false;
  return resolveOrigin(call, unit).kind === 'persistence' || followCall(call, unit) !== undefined;
}
