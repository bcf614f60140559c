import type ts from 'typescript';
import type { Candidate } from '../../syntax/candidate.js';
import type { FunctionWithBody } from '../../syntax/has-body.js';
import { unwrap } from '../../syntax/unwrap.js';
import { findLocalBinding } from '../names/find-references.js';
import { isCacheWrite } from '../origins/is-cache-write.js';
import { matchesSpecifier } from '../origins/match-specifier.js';
import { mayMatter } from '../origins/may-matter.js';
import { resolveOrigin } from '../origins/resolve-origin.js';
import { perUnit } from '../per-unit.js';
import type { Unit } from '../unit.js';
import type { Use } from '../uses/use.js';
import { withoutCircles } from '../without-circles.js';
import type { Origin } from '../finding.js';
import { callsIn, useOf } from './calls-waited-for.js';
import { isWaitedFor } from './is-waited-for.js';
import { findGiven, type Given } from './find-given.js';
import { readDispatch, type Dispatch } from './read-dispatch.js';

/** What is called by a name that may matter: a library's method, functions of the project, or both where a project's own type extends a library's. */
export interface Called extends Dispatch {
  readonly library: LibraryCall | undefined;
  /** Whether what these persist counts: the settings may say otherwise. */
  readonly isFollowed: boolean;
  /** What they are given, and wait for; only where it is certain what is called. */
  readonly given: readonly Given[];
}

/** A persistence call of a library. */
export interface LibraryCall {
  readonly call: Candidate;
  readonly origin: Origin;
  readonly fillsCache: boolean;
  /** Whether it gives a query that may be meant as text. */
  readonly isText: boolean;
  /** Of one that extends a query, what made that: it counts only where it was made here. */
  readonly extended: { readonly maker: Candidate | undefined } | undefined;
}

/** A call that a function waits for, or hands on. */
export interface Waiting {
  readonly fn: FunctionWithBody;
  readonly call: Candidate;
  /** What becomes there of what it gives. */
  readonly use: Use;
  readonly called: Called;
}

/** The calls that a function waits for, of those that may matter, in the order of the text. */
export const readWaiting = perUnit((fn: FunctionWithBody, unit): readonly Waiting[] =>
  callsIn(fn, unit)
    .filter(call => mayMatter(call, unit))
    .map(call => ({ fn, call, use: useOf(call, unit.syntax) }))
    .filter(({ use }) => isWaitedFor(use, unit))
    .map(waiting => ({ ...waiting, called: readCalled(waiting.call, unit) })),
);

/** What a call calls, as far as types and trees say. */
export const readCalled = perUnit((call: Candidate, unit): Called => {
  const isNamed = mayMatter(call, unit);
  const dispatch = isNamed ? readDispatch(call, unit) : nowhere;
  const { certain } = dispatch;
  return {
    ...dispatch,
    library: isNamed ? readLibraryCall(call, unit) : undefined,
    isFollowed: dispatch.functions.length > 0 && isFollowed(call, unit),
    given: certain ? findGiven(call, certain, unit) : [],
  };
});

const nowhere: Dispatch = { functions: [], certain: undefined, isUnknown: false };

function readLibraryCall(call: Candidate, unit: Unit): LibraryCall | undefined {
  const answer = resolveOrigin(call, unit);
  if (answer.kind !== 'persistence') return undefined;
  return {
    call,
    origin: answer.origin,
    fillsCache: isCacheWrite(call, answer.origin, unit),
    isText: answer.isText,
    extended: answer.query && { maker: findMaker(answer.query, unit) },
  };
}

/** The call that made a query, by the variable or the object that keeps it; undefined where it was handed over, or nobody can say. */
export function findMaker(query: ts.Expression, unit: Unit): Candidate | undefined {
  const { facts, syntax } = unit;
  if (syntax.isIdentifier(query)) return findMakerOf(findLocalBinding(query, unit)?.declaration, unit);
  if (
    syntax.isPropertyAccessExpression(query) &&
    syntax.isCallExpression(query.expression) &&
    syntax.isIdentifier(query.name)
  ) {
    const [made] = facts.declarationsOf(query.name); // by the call, with everything else in the object that it gives
    return made && syntax.isPropertyAssignment(made) ? findMakerOf(made, unit) : undefined;
  }
  return syntax.isCallExpression(query) || syntax.isTaggedTemplateExpression(query) ? query : undefined;
}

function findMakerOf(
  declaration: ts.VariableDeclaration | ts.PropertyAssignment | undefined,
  unit: Unit,
): Candidate | undefined {
  const initializer = declaration?.initializer;
  return initializer && ofMaking(initializer, () => findMaker(unwrap(initializer, unit.syntax), unit));
}

const ofMaking = withoutCircles<Candidate | undefined>(undefined);

/** Whether what functions of the project do counts: the settings excuse none of them. */
function isFollowed(call: Candidate, { facts, settings }: Unit): boolean {
  const callee = facts.calleeOf(call);
  return (
    callee.kind === 'declared' &&
    callee.declarations.some(({ name, place }) => place.from === 'file' || (place.from === 'lib' && name === '')) && // what `bind` gives
    !callee.declarations.some(
      declared => matchesSpecifier(declared, settings.allow) || matchesSpecifier(declared, settings.promiseConsumers),
    )
  );
}
