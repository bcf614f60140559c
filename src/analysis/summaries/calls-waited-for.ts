import type ts from 'typescript';
import { isReference, type Candidate } from '../../syntax/candidate.js';
import type { Syntax } from '../../syntax/syntax.js';
import type { Use } from '../uses/use.js';
import type { FunctionWithBody } from '../../syntax/has-body.js';
import { toReference } from '../../syntax/to-reference.js';
import { outermostOf } from '../../syntax/unwrap.js';
import { findCandidates } from '../find-candidates.js';
import { mayMatter } from '../origins/may-matter.js';
import { perUnit } from '../per-unit.js';
import type { Unit } from '../unit.js';
import { classifyUse } from '../uses/classify-use.js';
import { isWaitedFor, isWaitedForCallback } from './is-waited-for.js';
import { fateOf, isPutAside } from './parameter-fates.js';
import { parameterOf } from './parameter-of.js';
import { readDispatch } from './read-dispatch.js';

/** The calls of a function that it waits for, or hands on. */
export const callsWaitedFor = perUnit((fn: FunctionWithBody, unit): readonly Candidate[] =>
  callsIn(fn, unit).filter(call => isWaitedFor(useOf(call, unit.syntax), unit)),
);

/** What becomes of what a call gives; of a function that another call is given, what becomes of what that gives. */
export function useOf(call: Candidate, syntax: Syntax): Use {
  if (!isReference(call)) return classifyUse(call, syntax);
  let at: ts.Node = call;
  while (!syntax.isCallExpression(at.parent) || at.parent.expression === at) at = at.parent; // as it is an argument
  return classifyUse(at.parent, syntax);
}

/** All calls of a function, with those in callbacks that it waits for, and with such callbacks that are named. */
export function callsIn(fn: FunctionWithBody, unit: Unit): readonly Candidate[] {
  const calls = findCandidates(
    fn.body,
    unit.syntax,
    nested => isWaitedForCallback(nested, unit) && !isGivenInVain(nested, unit),
  );
  return calls.flatMap(call => [call, ...referencesGivenTo(call, unit)]);
}

/** The functions that a call is given by their names, and waits for, in `await Promise.all(ids.map(save))`; a function of the project says itself what it does with them. */
function referencesGivenTo(call: Candidate, unit: Unit): readonly Candidate[] {
  if (!unit.syntax.isCallExpression(call)) return [];
  return call.arguments.flatMap(argument => {
    const reference = toReference(argument, unit.syntax);
    const isGiven = reference && isWaitedForCallback(argument, unit) && mayMatter(reference, unit);
    return isGiven && unit.facts.givesPromise(reference) && readDispatch(call, unit).functions.length === 0
      ? [reference]
      : [];
  });
}

/** Whether a callback is given to a function of the project that is known not to wait for it, whoever waits for that. */
function isGivenInVain(nested: ts.SignatureDeclaration, unit: Unit): boolean {
  const at = outermostOf(nested, unit.syntax);
  const { parent: call } = at;
  if (!unit.syntax.isCallExpression(call) || call.expression === at || !mayMatter(call, unit)) return false;
  const parameter = parameterOf(at, call, unit);
  return parameter !== undefined && isPutAside(fateOf(parameter, unit));
}
