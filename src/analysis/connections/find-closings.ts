import type ts from 'typescript';
import { calleeExpression, type Candidate } from '../../syntax/candidate.js';
import type { FunctionWithBody } from '../../syntax/has-body.js';
import { walk } from '../../syntax/walk.js';
import { unwrap } from '../../syntax/unwrap.js';
import type { Origin } from '../finding.js';
import { findCandidates } from '../find-candidates.js';
import { resolveOrigin } from '../origins/resolve-origin.js';
import { perProject, perUnit } from '../per-unit.js';
import { createSolver } from '../summaries/create-solver.js';
import { callsWaitedFor } from '../summaries/calls-waited-for.js';
import { isWaitedFor } from '../summaries/is-waited-for.js';
import type { Unit } from '../unit.js';
import { classifyUse } from '../uses/classify-use.js';
import { declarationsNamed } from './declarations-named.js';

/** A call that opens or closes something. */
export interface Closing {
  /** The declarations of what is opened or closed. */
  readonly closed: readonly ts.Node[];
  readonly isConnectionCall: boolean;
}

/** What a persistence call closes, or may close, by itself. */
export function closingsOf(call: Candidate, operation: Origin['operation'], unit: Unit): readonly Closing[] {
  if (operation !== 'connection' && operation !== 'unknown') return [];
  return [
    { closed: declarationsOfReceiver(calleeExpression(call), unit), isConnectionCall: operation === 'connection' },
  ];
}

/** What a call of a project function closes, or may close: what that function waits for, itself or by any number of others. */
export function closingsBehind(call: Candidate, unit: Unit): readonly Closing[] {
  return together(unit.facts.functionsOf(call).map(closingsOfFunction(unit)));
}

const closingsOfFunction = perProject(unit =>
  createSolver<FunctionWithBody, readonly Closing[]>({
    dependsOn: fn => readWaited(fn, unit).next,
    answer: (fn, closingsInside) => {
      const { closings, next } = readWaited(fn, unit);
      return together([closings, ...next.map(closingsInside)]);
    },
    assumed: [],
    isSame: (one, other) => one.length === other.length, // there are only ever more
  }),
);

/** What several say together; the very list where only one says anything, as most functions close nothing. */
function together(all: readonly (readonly Closing[])[]): readonly Closing[] {
  const [only = [], ...others] = new Set(all.filter(({ length }) => length > 0));
  return others.length === 0 ? only : [...new Set([only, ...others].flat())];
}

/** What a function waits for: calls that close something, and functions of the project. */
interface Waited {
  readonly closings: readonly Closing[];
  readonly next: readonly FunctionWithBody[];
}

/** A method of something else than a database may close it, since nobody knows what it does; not one of the language. */
const readWaited = perUnit((fn: FunctionWithBody, unit): Waited => {
  const { facts } = unit;
  const closings: Closing[] = [];
  const next: FunctionWithBody[] = [];
  for (const call of waitedIn(fn, unit)) {
    const answer = resolveOrigin(call, unit);
    const functions = answer.kind === 'persistence' ? [] : facts.functionsOf(call);
    next.push(...functions);
    if (answer.kind === 'persistence') closings.push(...closingsOf(call, answer.origin.operation, unit));
    else if (functions.length === 0 && !isOfLanguage(call, unit)) closings.push(...closingsOf(call, 'unknown', unit));
  }
  return { closings, next };
});

function isOfLanguage(call: Candidate, { facts }: Unit): boolean {
  const callee = facts.calleeOf(call);
  return callee.kind === 'declared' && callee.declarations.every(({ place }) => place.from === 'lib');
}

/** The calls that a function waits for, also by a promise that it makes around them: `await new Promise(resolve => server.close(resolve))`. */
function waitedIn(fn: FunctionWithBody, unit: Unit): readonly Candidate[] {
  const { syntax } = unit;
  const waited = [...callsWaitedFor(fn, unit)];
  walk(fn.body, syntax, node => {
    if (!syntax.isNewExpression(node) || !isWaitedFor(classifyUse(node, syntax), unit))
      return syntax.isFunctionLike(node) ? 'over' : 'into';
    waited.push(...findCandidates(node, syntax, () => true));
    return 'over';
  });
  return waited;
}

/** Where that is declared which a method is called on. */
export function declarationsOfReceiver(callee: ts.Expression, unit: Unit): readonly ts.Node[] {
  const at = unwrap(callee, unit.syntax);
  return unit.syntax.isPropertyAccessExpression(at) ? declarationsNamed(at.expression, unit) : [];
}
