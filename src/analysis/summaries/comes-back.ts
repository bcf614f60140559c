import type ts from 'typescript';
import { functionAround } from '../../syntax/ancestors.js';
import type { Candidate } from '../../syntax/candidate.js';
import type { FunctionWithBody } from '../../syntax/has-body.js';
import type { Syntax } from '../../syntax/syntax.js';
import { perUnit } from '../per-unit.js';
import type { Unit } from '../unit.js';
import { createSolver } from './create-solver.js';
import { functionsWaitedFor, onlyFunctionsOf } from './is-recursive.js';
import { readLosing } from './read-losing.js';
import { readCalled } from './read-function.js';

/**
 * Whether what a call of the project's own function waits for comes back to a function that the call stands in: whoever waited for
 * the call would have that function wait for itself. What is lost on the way counts, since it may be mended as well. One of
 * several functions that a call may mean proves nothing.
 *
 * @example `async poll() { await this.jobs.save(job); this.poll(); }`
 */
export function comesBack(call: Candidate, unit: Unit): boolean {
  const around = functionAround(call, unit.syntax);
  return around !== undefined && onlyFunctionsOf([{ called: readCalled(call, unit) }]).some(leadsBackTo(around, unit));
}

/** Says which functions lead to one, or to one around that. */
const leadsBackTo = perUnit((inner: ts.Node, unit) => {
  const around = new Set([inner, ...functionsAround(inner, unit.syntax)]);
  return createSolver<FunctionWithBody, boolean>({
    dependsOn: fn => (around.has(fn) ? [] : functionsNext(fn, unit)),
    answer: (fn, leadsBack) => around.has(fn) || functionsNext(fn, unit).some(leadsBack),
    assumed: false,
    isSame: Object.is,
  });
});

/** The functions that a function waits for, or would once what it loses is mended. */
const functionsNext = perUnit((fn: FunctionWithBody, unit): readonly FunctionWithBody[] => [
  ...functionsWaitedFor(fn, unit),
  ...onlyFunctionsOf(readLosing(fn, unit)),
]);

function* functionsAround(node: ts.Node, syntax: Syntax): Generator<ts.Node> {
  for (let fn = functionAround(node, syntax); fn; fn = functionAround(fn, syntax)) yield fn;
}
