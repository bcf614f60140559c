import type ts from 'typescript';
import type { Candidate } from '../../syntax/candidate.js';
import { containsOwn } from '../../syntax/contains-own.js';
import { firstWord } from '../../syntax/first-word.js';
import type { FunctionWithBody } from '../../syntax/has-body.js';
import { nameOfCall } from '../../syntax/name-of-call.js';
import { findFacts, isOfPlatform, isOneOf } from '../origins/match-methods.js';
import { perUnit } from '../per-unit.js';
import type { Unit } from '../unit.js';
import { classifyUse } from '../uses/classify-use.js';
import { callsIn } from './calls-waited-for.js';
import { isWaitedFor } from './is-waited-for.js';
import { findSettlers, isHandedTo } from './find-settlers.js';
import { findEntry } from '../origins/find-entry.js';
import { projectLibrary, resolveOrigin } from '../origins/resolve-origin.js';

/**
 * Whether a function waits for a promise that it makes by hand, and that only something fulfils which is listened for: `client.on('ready',
 * resolve)`. Most such promises are fulfilled soon; those of functions that are called like a start may take as long as they like.
 */
export const waitsForEvents = perUnit((fn: FunctionWithBody, unit): boolean =>
  containsOwn(
    fn,
    node =>
      unit.syntax.isNewExpression(node) &&
      isWaitedFor(classifyUse(node, unit.syntax), unit) &&
      isFulfilledByEvents(node, unit),
    unit.syntax,
  ),
);

function isFulfilledByEvents(promise: ts.NewExpression, unit: Unit): boolean {
  const { executor, fulfilling } = findSettlers(promise, unit) ?? {};
  return (
    executor !== undefined &&
    fulfilling !== undefined &&
    fulfilling.length > 0 &&
    fulfilling.every(mention =>
      isHandedTo(mention, executor, { isMeant: call => isListening(call, unit), syntax: unit.syntax }),
    )
  );
}

/** Whether a call listens to events, by the name of the method. */
function isListening(call: ts.CallExpression, { catalogue: { callbacks }, syntax }: Unit): boolean {
  return callbacks.get(nameOfCall(call, syntax) ?? '')?.some(({ fact }) => fact.runs === 'onEvent') === true;
}

/** Whether a function waits for a call that may go on as long as the program does, for all that anybody knows. */
export const hasOpenEnd = perUnit((fn: FunctionWithBody, unit): boolean =>
  callsIn(fn, unit).some(call => isOpenEndedCall(call, unit) && isWaitedFor(classifyUse(call, unit.syntax), unit)),
);

/**
 * Whether a call may go on as long as the program does: it is called so, and nothing says how it ends, neither a body nor the
 * catalogue, as in `this.bot.launch()`.
 */
export function isOpenEndedCall(call: Candidate, unit: Unit): boolean {
  const { catalogue, facts, syntax } = unit;
  const name = nameOfCall(call, syntax);
  if (name === undefined || !catalogue.conventions.goingOn.has(firstWord(name))) return false;
  const callee = facts.calleeOf(call);
  if (callee.kind === 'unknown') return true;
  const isKnown = callee.declarations.some(
    declared =>
      isOfPlatform(declared) ||
      findEntry(declared, unit) !== undefined ||
      isOneOf(declared, catalogue.routes.servers) ||
      findFacts(declared, catalogue.callbacks).length > 0,
  );
  return !isKnown && facts.functionsOf(call).length === 0 && !isOfLibrary(call, unit);
}

/** Whether the catalogue knows a call, also one on a client that a library generates into the project. */
function isOfLibrary(call: Candidate, unit: Unit): boolean {
  const answer = resolveOrigin(call, unit);
  return answer.kind === 'persistence' && answer.origin.library !== projectLibrary;
}
