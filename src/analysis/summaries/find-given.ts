import type ts from 'typescript';
import type { Candidate } from '../../syntax/candidate.js';
import type { FunctionWithBody } from '../../syntax/has-body.js';
import { parameterFor } from '../../syntax/parameter-for.js';
import { unwrap } from '../../syntax/unwrap.js';
import type { Unit } from '../unit.js';
import { fateOf, isWaited } from './parameter-fates.js';

/** What a call gives the function that it calls, and that waits for it. */
export interface Given {
  readonly parameter: ts.ParameterDeclaration;
  /** The functions of the project that it may be, where it is called. */
  readonly functions: readonly FunctionWithBody[];
  /** The call that makes the promise, where it is one. */
  readonly call: Candidate | undefined;
}

/** Finds what a call gives to `called` that is waited for there: `save` in `withRetry(save)`, `rows.save(row)` in `inTime(rows.save(row))`. */
export function findGiven(call: Candidate, called: FunctionWithBody, unit: Unit): readonly Given[] {
  const { facts, syntax } = unit;
  if (!syntax.isCallExpression(call)) return [];
  return call.arguments.flatMap((argument, position): readonly Given[] => {
    const parameter = parameterFor(position, { call, fn: called }, syntax);
    const given = unwrap(argument, syntax);
    if (!parameter || !mayMatterAsGiven(given, unit)) return [];
    const fate = fateOf(parameter, unit);
    if (!isWaited(fate)) return [];
    if (fate === 'callsAndWaits') return [{ parameter, functions: facts.functionsAt(argument), call: undefined }];
    const isCall = syntax.isCallExpression(given) || syntax.isTaggedTemplateExpression(given);
    return isCall ? [{ parameter, functions: [], call: given }] : [];
  });
}

/** Whether an argument may be a function or a promise, by how it is written. */
function mayMatterAsGiven(given: ts.Expression, { syntax }: Unit): boolean {
  return (
    syntax.isArrowFunction(given) ||
    syntax.isFunctionExpression(given) ||
    syntax.isIdentifier(given) ||
    syntax.isPropertyAccessExpression(given) ||
    syntax.isElementAccessExpression(given) ||
    syntax.isCallExpression(given) ||
    syntax.isTaggedTemplateExpression(given)
  );
}
