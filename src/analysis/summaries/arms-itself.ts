import type ts from 'typescript';
import type { CallbackUse } from '../../catalogue/library-entry.js';
import { findCandidates } from '../find-candidates.js';
import { findFacts } from '../origins/match-methods.js';
import { mayMatter } from '../origins/may-matter.js';
import { perUnit } from '../per-unit.js';
import { callsIn } from './calls-waited-for.js';
import { nameOfCall } from '../../syntax/name-of-call.js';
import type { FunctionWithBody } from '../../syntax/has-body.js';
import type { Unit } from '../unit.js';

/** Whether a function has a timer call it again, or a callback that calls it. */
export const armsItself = perUnit((fn: FunctionWithBody, unit): boolean => {
  const { facts, syntax } = unit;
  return callsIn(fn, unit).some(call => {
    const [callback] = syntax.isCallExpression(call) && isTimer(call, unit) ? call.arguments : [];
    return callback !== undefined && facts.functionsAt(callback).some(run => run === fn || callsAgain(run));
  });

  function callsAgain(run: FunctionWithBody): boolean {
    return findCandidates(run.body, syntax, () => true).some(
      inner => mayMatter(inner, unit) && facts.functionsOf(inner).includes(fn),
    );
  }
});

/** Whether a call sets a timer of the platform: where nobody can tell, it goes by its name. */
function isTimer(call: ts.CallExpression, { catalogue: { callbacks }, facts, syntax }: Unit): boolean {
  if (!callbacks.get(nameOfCall(call, syntax) ?? '')?.some(({ fact }) => isOfTimer(fact))) return false;
  const callee = facts.calleeOf(call);
  return (
    callee.kind === 'unknown' ||
    callee.declarations.length === 0 ||
    callee.declarations.some(declared => findFacts(declared, callbacks).some(isOfTimer))
  );
}

function isOfTimer({ runs }: CallbackUse): boolean {
  return runs === 'later' || runs === 'repeatedly';
}
