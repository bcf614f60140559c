import type ts from 'typescript';
import { functionAround } from '../../syntax/ancestors.js';
import type { Candidate } from '../../syntax/candidate.js';
import { hasBody, type FunctionWithBody } from '../../syntax/has-body.js';
import type { Syntax } from '../../syntax/syntax.js';
import { perProject, perUnit } from '../per-unit.js';
import type { Unit } from '../unit.js';
import { findComponents } from './find-components.js';
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
  const begun = onlyFunctionsOf([{ called: readCalled(call, unit) }]);
  if (begun.length === 0) return false;
  const around = [...functionsAround(call, unit.syntax)];
  const [inner] = around;
  const isFollowed =
    inner !== undefined && hasBody(inner) && begun.every(fn => functionsNext(inner, unit).includes(fn));
  if (!isFollowed) return leadsTo(begun, around, unit);
  const componentOf = componentsOf(unit);
  return begun.some(fn => componentOf(fn) === componentOf(inner)) || leadsTo(begun, around.slice(1), unit);
}

/** Whether functions lead to one of some. */
function leadsTo(begun: readonly FunctionWithBody[], meant: readonly ts.Node[], unit: Unit): boolean {
  if (meant.length === 0) return false;
  const reached = new Set(begun);
  for (const fn of reached) {
    if (meant.includes(fn)) return true;
    for (const next of functionsNext(fn, unit)) reached.add(next); // is looked at in turn
  }
  return false;
}

/** Says which component of functions that lead to each other one is of. */
const componentsOf = perProject((unit): ((fn: FunctionWithBody) => object) => {
  const known = new WeakMap<FunctionWithBody, object>();
  return fn => {
    if (!known.has(fn)) {
      const components = findComponents(fn, at => functionsNext(at, unit).filter(other => !known.has(other)));
      for (const component of components) for (const at of component) known.set(at, component);
    }
    return known.get(fn) ?? fn;
  };
});

/** The functions that a function waits for, or would once what it loses is mended. */
const functionsNext = perUnit((fn: FunctionWithBody, unit): readonly FunctionWithBody[] => [
  ...functionsWaitedFor(fn, unit),
  ...onlyFunctionsOf(readLosing(fn, unit)),
]);

function* functionsAround(node: ts.Node, syntax: Syntax): Generator<ts.SignatureDeclaration> {
  for (let fn = functionAround(node, syntax); fn; fn = functionAround(fn, syntax)) yield fn;
}
