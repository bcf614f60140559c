import type ts from 'typescript';
import type { Candidate } from '../../syntax/candidate.js';
import type { FunctionWithBody } from '../../syntax/has-body.js';
import { parameterFor } from '../../syntax/parameter-for.js';
import { outermostOf } from '../../syntax/unwrap.js';
import { findCandidates } from '../find-candidates.js';
import { mayMatter } from '../origins/may-matter.js';
import { perUnit } from '../per-unit.js';
import type { Unit } from '../unit.js';
import { classifyUse } from '../uses/classify-use.js';
import { isWaitedFor, isWaitedForCallback } from './is-waited-for.js';
import { fateOf, isPutAside } from './parameter-fates.js';
import { readDispatch } from './read-dispatch.js';

/** The calls of a function that it waits for, or hands on. */
export const callsWaitedFor = perUnit((fn: FunctionWithBody, unit): readonly Candidate[] =>
  callsIn(fn, unit).filter(call => isWaitedFor(classifyUse(call, unit.syntax), unit)),
);

/** All calls of a function, with those in callbacks that it waits for. */
export function callsIn(fn: FunctionWithBody, unit: Unit): readonly Candidate[] {
  return findCandidates(
    fn.body,
    unit.syntax,
    nested => isWaitedForCallback(nested, unit) && !isGivenInVain(nested, unit),
  );
}

/** Whether a callback is given to a function of the project that is known not to wait for it, whoever waits for that. */
function isGivenInVain(nested: ts.SignatureDeclaration, unit: Unit): boolean {
  const at = outermostOf(nested, unit.syntax);
  const { parent: call } = at;
  if (!unit.syntax.isCallExpression(call) || call.expression === at || !mayMatter(call, unit)) return false;
  const { certain: fn } = readDispatch(call, unit);
  const position = call.arguments.findIndex(argument => argument === at);
  const parameter = fn && parameterFor(position, { call, fn }, unit.syntax);
  return parameter !== undefined && isPutAside(fateOf(parameter, unit));
}
