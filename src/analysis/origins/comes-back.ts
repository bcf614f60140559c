import type ts from 'typescript';
import type { Candidate } from '../../syntax/candidate.js';
import { callsWaitedFor } from './calls-waited-for.js';
import { depthOf, mayCarry } from './follow-call.js';
import { functionAround } from '../../syntax/ancestors.js';
import type { Syntax } from '../../syntax/syntax.js';
import type { Unit } from '../unit.js';

/**
 * Whether what a call of the project's own function waits for comes back to a function that the call stands in: whoever waited for
 * the call would have that function wait for itself. One of several functions that a call may mean proves nothing.
 *
 * @example `async poll() { await this.jobs.save(job); this.poll(); }`
 */
export function comesBack(call: Candidate, unit: Unit): boolean {
  const around = new Set(functionsAround(call, unit.syntax));
  const seen = new Set<ts.Node>();
  return leadsBack(call, depthOf(unit));

  function leadsBack(at: Candidate, depth: number): boolean {
    if (depth === 0 || !mayCarry(at, unit)) return false;
    const [fn, ...others] = unit.facts.functionsOf(at);
    if (!fn || others.length > 0 || seen.has(fn)) return false;
    seen.add(fn);
    return around.has(fn) || callsWaitedFor(fn, unit).some(inner => leadsBack(inner, depth - 1));
  }
}

function* functionsAround(node: ts.Node, syntax: Syntax): Generator<ts.Node> {
  for (let fn = functionAround(node, syntax); fn; fn = functionAround(fn, syntax)) yield fn;
}
