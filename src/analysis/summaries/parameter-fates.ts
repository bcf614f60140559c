import type ts from 'typescript';
import type { CallbackUse } from '../../catalogue/library-entry.js';
import { functionAround } from '../../syntax/ancestors.js';
import { hasBody, type FunctionWithBody } from '../../syntax/has-body.js';
import { parameterFor } from '../../syntax/parameter-for.js';
import { isPassing } from '../../syntax/is-passing.js';
import { outermostOf } from '../../syntax/unwrap.js';
import { findReferences } from '../names/find-references.js';
import { callbackUsesOf } from '../origins/callback-uses-of.js';
import { perProject, perUnit } from '../per-unit.js';
import type { Unit } from '../unit.js';
import { classifyUse } from '../uses/classify-use.js';
import { areMembersAwaited } from '../uses/find-fate.js';
import type { Use } from '../uses/use.js';
import { isWaitedFor, isWaitedForCallback } from './is-waited-for.js';
import { createSolver } from './create-solver.js';
import { readDispatch } from './read-dispatch.js';

/**
 * What a function does with one of its parameters. Of several things the one counts that comes last here: it has no use for it; it calls
 * it, and drops the promise, lets others call it later, or gathers the promises; nobody can say; it waits for it, or hands it back, as a
 * promise; it calls it, and waits for the promise.
 */
export const fates = ['unused', 'drops', 'callsLater', 'collects', 'unknown', 'waitsFor', 'callsAndWaits'] as const;

/** One of the {@link fates}. */
export type Fate = (typeof fates)[number];

/** A place where a function uses a parameter. */
export interface ParameterUse {
  readonly fn: FunctionWithBody;
  /** The call of the parameter, the one it is handed to, or the parameter itself where it is waited for. */
  readonly call: ts.Expression;
  readonly use: Use;
  /** What happens to it there, or the parameters that it is handed on to. */
  readonly becomes: Fate | { readonly isWaitedFor: boolean; readonly of: readonly ts.ParameterDeclaration[] };
}

/** What the function of a parameter does with it. */
export function fateOf(parameter: ts.ParameterDeclaration, unit: Unit): Fate {
  return solverOf(unit)(parameter);
}

const solverOf = perProject(unit =>
  createSolver<ts.ParameterDeclaration, Fate>({
    dependsOn: parameter =>
      readParameter(parameter, unit).flatMap(({ becomes }) => (typeof becomes === 'string' ? [] : becomes.of)),
    answer: (parameter, fateInside) =>
      weightiest(readParameter(parameter, unit).flatMap(use => fatesBy(use, fateInside))),
    assumed: 'unused',
    isSame: Object.is,
  }),
);

function fatesBy({ becomes }: ParameterUse, fateInside: (parameter: ts.ParameterDeclaration) => Fate): readonly Fate[] {
  if (typeof becomes === 'string') return [becomes];
  return becomes.of.map(inner => {
    const fate = fateInside(inner);
    return becomes.isWaitedFor || rankOf(fate) < rankOf('unknown') ? fate : 'unknown'; // of what nobody waits for, nothing is known
  });
}

function weightiest(all: readonly Fate[]): Fate {
  return fates.findLast(fate => all.includes(fate)) ?? 'unused';
}

function rankOf(fate: Fate): number {
  return fates.indexOf(fate);
}

/** Whether a function waits for what becomes of a parameter. */
export function isWaited(fate: Fate): boolean {
  return rankOf(fate) > rankOf('unknown');
}

/** Whether a function is known to do nothing with a parameter that it waits for. */
export function isPutAside(fate: Fate): boolean {
  return fate === 'unused' || fate === 'drops' || fate === 'callsLater';
}

/** The uses of a parameter, in the order of the text. A part of one, and one that takes all that is left, are not followed. */
export const readParameter = perUnit((parameter: ts.ParameterDeclaration, unit): readonly ParameterUse[] => {
  const { parent: fn } = parameter;
  if (!hasBody(fn)) return [];
  const isFollowed = unit.syntax.isIdentifier(parameter.name) && !parameter.dotDotDotToken;
  if (!isFollowed) return [{ fn, call: fn.body as ts.Expression, use: { kind: 'passed' }, becomes: 'unknown' }]; // no place of it is asked for
  return findReferences({ declaration: parameter }, unit).flatMap(
    reference => readReference(reference, fn, unit) ?? [],
  );
});

function readReference(reference: ts.Identifier, fn: FunctionWithBody, unit: Unit): ParameterUse | undefined {
  const { syntax } = unit;
  const at = calledAs(reference, unit);
  const { parent } = at;
  const isCalled = syntax.isCallExpression(parent) && parent.expression === at;
  const call = isCalled ? parent : at;
  const use = classifyUse(call, syntax);
  if (!isRunBy(reference, fn, unit))
    return { fn, call, use, becomes: isCalled ? fateInCallback(parent, fn, unit) : 'unknown' };
  if (isCalled) return { fn, call, use, becomes: fateOfCall(use, unit) };
  if (use.kind === 'tested') return undefined;
  if (isWaitedFor(use, unit)) return { fn, call, use, becomes: 'waitsFor' };
  return use.kind === 'argument' ? handedTo(use.of, at, { fn, unit }) : { fn, call, use, becomes: 'unknown' };
}

/** What is called where a function is: `task`, or the `task.call` of `task.call(this)`. */
function calledAs(reference: ts.Identifier, { syntax }: Unit): ts.Expression {
  const at = outermostOf(reference, syntax);
  const { parent } = at;
  return isPassing(parent, syntax) ? parent : at;
}

/** Whether a place is reached while a function runs: it stands in no function inside of it, or in one that it waits for. */
function isRunBy(node: ts.Node, fn: FunctionWithBody, unit: Unit): boolean {
  for (let at = functionAround(node, unit.syntax); at && at !== fn; at = functionAround(at, unit.syntax))
    if (!isWaitedForCallback(at, unit)) return false;
  return true;
}

/** What becomes of a call in a callback that nobody waits for: dropped with that, where the callback's receiver drops what it gives. */
function fateInCallback(call: ts.CallExpression, fn: FunctionWithBody, unit: Unit): Fate {
  const { syntax } = unit;
  const nested = functionAround(call, syntax);
  const receiver = nested && outermostOf(nested, syntax).parent;
  const { kind } = classifyUse(call, syntax);
  const isGiven = kind === 'returned' || kind === 'awaited' || kind === 'floating';
  if (!isGiven || !receiver || !syntax.isCallExpression(receiver) || functionAround(receiver, syntax) !== fn)
    return 'unknown';
  return fateByCatalogue(receiver, classifyUse(receiver, syntax), unit) === 'drops' ? 'drops' : 'unknown';
}

function fateOfCall(use: Use, unit: Unit): Fate {
  if (isWaitedFor(use, unit)) return 'callsAndWaits';
  return use.kind === 'floating' ? 'drops' : 'unknown';
}

interface Handing {
  readonly fn: FunctionWithBody;
  readonly unit: Unit;
}

/** What becomes of a parameter that is an argument of a call: what the called function does, or what the catalogue says of it. */
function handedTo(call: ts.CallExpression, argument: ts.Expression, { fn, unit }: Handing): ParameterUse {
  const use = classifyUse(call, unit.syntax);
  const place = { fn, call, use };
  const position = call.arguments.indexOf(argument);
  const parameters = readDispatch(call, unit).functions.map(called =>
    parameterFor(position, { call, fn: called }, unit.syntax),
  );
  const known = parameters.filter(parameter => parameter !== undefined);
  if (known.length > 0 && known.length === parameters.length)
    return { ...place, becomes: { isWaitedFor: isWaitedFor(use, unit), of: known } };
  return { ...place, becomes: fateByCatalogue(call, use, unit) };
}

function fateByCatalogue(call: ts.CallExpression, use: Use, unit: Unit): Fate {
  const known = callbackUsesOf(call, unit);
  const waiting = { forCall: isWaitedFor(use, unit), forItems: areItemsWaitedFor(call, use, unit) };
  return known.length > 0 ? weightiest(known.map(fact => fateByFact(fact, waiting))) : 'unknown';
}

/** Whether a function waits for all promises in what a call gives, or hands them back as one: `await Promise.all(tasks.map(run))`. */
function areItemsWaitedFor(call: ts.CallExpression, use: Use, unit: Unit): boolean {
  const { syntax } = unit;
  const { parent } = outermostOf(call, syntax);
  switch (use.kind) {
    case 'awaited':
      return !syntax.isAwaitExpression(parent) && !syntax.isArrayLiteralExpression(parent);
    case 'returned':
      return use.value !== call;
    case 'assigned':
      return use.value === call ? areMembersAwaited(use.binding, unit) === true : isWaitedFor(use, unit);
    default:
      return false;
  }
}

function fateByFact(
  { effect, runs }: CallbackUse,
  waiting: { readonly forCall: boolean; readonly forItems: boolean },
): Fate {
  if (runs === 'later' || runs === 'repeatedly' || runs === 'onEvent') return 'callsLater';
  switch (effect) {
    case 'drops':
      return 'drops';
    case 'collects':
      return waiting.forItems ? 'callsAndWaits' : 'collects';
    case 'chains':
    case 'waits':
    case 'waitsForAll':
      return waiting.forCall ? 'callsAndWaits' : 'unknown';
    default:
      return 'unknown';
  }
}
