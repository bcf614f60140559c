import type ts from 'typescript';
import type { Operation } from '../../catalogue/library-entry.js';
import { functionAround } from '../../syntax/ancestors.js';
import type { Candidate } from '../../syntax/candidate.js';
import { armsItself } from './arms-itself.js';
import { isAsync } from '../../syntax/classify-surroundings.js';
import { classifyUse } from '../uses/classify-use.js';
import { findCandidates } from '../find-candidates.js';
import { findLocalBinding, findReads } from '../names/find-references.js';
import type { Origin } from '../finding.js';
import { findHandler, type CallInFunction, type Handler } from './find-handler.js';
import { hasEndlessLoop } from './has-endless-loop.js';
import { isCacheWrite } from './is-cache-write.js';
import { isLongLived } from './is-long-lived.js';
import { isRepeated } from './is-repeated.js';
import { matchesSpecifier } from './match-specifier.js';
import { mayMatter } from './may-matter.js';
import { pausesForLong } from './pauses-for-long.js';
import { mayThrow } from '../../syntax/may-throw.js';
import { anonymousFunction, nameFunction } from '../../syntax/name-function.js';
import { renderCall } from '../../syntax/render-call.js';
import { resolveOrigin } from './resolve-origin.js';
import { toStep, type Step } from '../step.js';
import type { Syntax } from '../../syntax/syntax.js';
import { fateOfCollection, fateOfPromise, fillOf } from '../uses/trace-binding.js';
import type { FunctionWithBody } from '../../syntax/has-body.js';
import type { Unit } from '../unit.js';
import { outermostOf, unwrap } from '../../syntax/unwrap.js';
import { withoutCircles } from '../without-circles.js';
import type { Use } from '../uses/use.js';

/** A call of which some function on the way sees to the failure. */
export interface Handled {
  /** As messages show it. */
  readonly call: string;
  readonly by: Handler;
  /** Where the call is made. */
  readonly step: Step;
}

/** A persistence call that a call of a project function waits for, or gives back. */
export interface Carried {
  /** The persistence call, with the functions that lead to it. */
  readonly origin: Origin;
  /** What some function on the way sees to, of all the failures there may be; undefined where none does. */
  readonly handled: Handled | undefined;
  /** Whether whoever calls the first function may hear of a failure all the same: of another call, or of what one of them throws. */
  readonly mayReject: boolean;
  /** Whether some function on the way may never be over: it loops without an end, calls itself, or arms a timer again and again. */
  readonly mayHang: boolean;
  /** Whether some function on the way pauses for long between two attempts, or between whatever else it repeats. */
  readonly pausesForLong: boolean;
  /** Whether some function on the way comes to the persistence call again and again: for each item of something. */
  readonly isBulk: boolean;
  /** Whether all that is written is kept in a cache, where it can be made anew. */
  readonly isCached: boolean;
}

/** A bound on how many functions lead to a persistence call. */
const maximalDepth = 8;

/**
 * Follows a call of the project's own function to the persistence call that its promise is, or waits for: through its body,
 * the functions it hands to what it waits for, and whatever it calls in turn. Remembers what each function carries.
 */
export function followCall(call: Candidate, unit: Unit): Carried | undefined {
  return createWalk(unit, depthOf(unit)).carriedBy(call, unit);
}

/** What following calls came by. */
export interface Trails {
  /** The calls that somebody asked about, each with the functions it may call. */
  readonly calls: ReadonlyMap<Candidate, readonly FunctionWithBody[]>;
  /** By function, those that wait for it or give back its promise. */
  readonly callers: ReadonlyMap<FunctionWithBody, ReadonlySet<FunctionWithBody>>;
}

/** What all calls came by that were followed so far. */
export function trailsOf({ memory }: Pick<Unit, 'memory'>): Trails {
  return memory.of(createFollowed);
}

/**
 * Whether a query was made in the function that `query` stands in, or by a function of the project that it calls, as in
 * `threads(db).insert(t)`; and not handed to it.
 */
export function isMadeHere(query: ts.Expression, unit: Unit): boolean {
  return createWalk(unit, depthOf(unit)).makes(query, unit);
}

/** How many functions a call is followed through. */
export function depthOf({ settings }: Unit): number {
  return { off: 0, direct: 1, deep: maximalDepth }[settings.follow];
}

/** What they carry depends on the program and on the settings, and on nothing else. */
interface Followed extends Trails {
  /** What a function carries; else whether waiting for it may have no end. */
  readonly carried: WeakMap<FunctionWithBody, Carried | 'endless' | 'nothing'>;
  readonly calls: Map<Candidate, readonly FunctionWithBody[]>;
  readonly callers: Map<FunctionWithBody, Set<FunctionWithBody>>;
}

function createFollowed(): Followed {
  return { carried: new WeakMap(), calls: new Map(), callers: new Map() };
}

interface Walk {
  readonly carriedBy: (call: Candidate, unit: Unit) => Carried | undefined;
  readonly makes: (query: ts.Expression, unit: Unit) => boolean;
}

function createWalk(start: Unit, depth: number): Walk {
  const { callers, calls: followed, carried: memory } = start.memory.of(createFollowed);
  const path: FunctionWithBody[] = [];
  const walked = new Map<FunctionWithBody, Carried | undefined>(); // each at most once in a walk
  const recursive = new Set<FunctionWithBody>(); // for certain: one of several that implement a type may well hand on to another
  const endless = new Set<FunctionWithBody>(); // of those that carry nothing
  let cuts = 0;
  return { carriedBy, makes };

  function carriedBy(call: Candidate, unit: Unit): Carried | undefined {
    if (!mayCarry(call, unit)) return undefined;
    const functions = unit.facts.functionsOf(call);
    const [only, ...others] = functions;
    remember(call, functions);
    if (only && others.length === 0 && path.includes(only))
      for (const fn of path.slice(path.indexOf(only))) recursive.add(fn);
    const carried = combine(functions.map(fn => carriedIn(fn, unit)).filter(one => one !== undefined));
    if (!carried && path.length === 0 && cuts === 0)
      for (const fn of walked.keys()) memory.set(fn, endless.has(fn) ? 'endless' : 'nothing');
    return carried;
  }

  function remember(call: Candidate, functions: readonly FunctionWithBody[]): void {
    const around = path.at(-1);
    if (around) for (const fn of functions) callers.set(fn, (callers.get(fn) ?? new Set()).add(around));
    else followed.set(call, functions);
  }

  function carriedIn(fn: FunctionWithBody, unit: Unit): Carried | undefined {
    const known = memory.get(fn);
    if (known === 'nothing' || known === 'endless' || path.includes(fn)) return undefined;
    if (path.length + (known?.origin.via.length ?? 1) > depth) {
      cuts += 1;
      return undefined;
    }
    if (known || walked.has(fn)) return known ?? walked.get(fn);
    path.push(fn);
    const carried = walkBody(fn, unit);
    path.pop();
    walked.set(fn, carried);
    if (carried) memory.set(fn, carried);
    return carried;
  }

  function walkBody(fn: FunctionWithBody, unit: Unit): Carried | undefined {
    const { syntax } = unit;
    const calls = callsIn(fn, unit);
    const found: Carried[] = [];
    let isWithoutEnd = hasEndlessLoop(fn.body, unit);
    let isSlow = pausesForLong(fn, unit);
    for (const call of calls) {
      const use = classifyUse(call, syntax);
      if (!isWaitedFor(use, unit)) continue;
      const carried = ofLibrary(call, unit) ?? carriedBy(call, unit);
      if (carried) {
        found.push(through({ call, carried, fn, use }, unit));
      } else {
        isWithoutEnd ||= isEndless(call, unit);
        isSlow ||= mayMatter(call, unit) && unit.facts.functionsOf(call).some(inner => pausesForLong(inner, unit));
      }
    }
    const whole = withOwnFailure(combine(found), fn, unit);
    if (!whole && isWithoutEnd) endless.add(fn);
    return (
      whole && {
        ...whole,
        pausesForLong: whole.pausesForLong || isSlow,
        mayHang: whole.mayHang || isWithoutEnd || recursive.has(fn) || armsItself(calls, fn, unit),
      }
    );
  }

  /** Whether a call that carries nothing may never be over: the function loops without an end, or waits for one that does. */
  function isEndless(call: Candidate, unit: Unit): boolean {
    if (!mayMatter(call, unit)) return false;
    return unit.facts
      .functionsOf(call)
      .some(fn => endless.has(fn) || memory.get(fn) === 'endless' || hasEndlessLoop(fn.body, unit));
  }

  function ofLibrary(call: Candidate, unit: Unit): Carried | undefined {
    if (!mayMatter(call, unit)) return undefined;
    const answer = resolveOrigin(call, unit);
    if (answer.kind !== 'persistence') return undefined;
    const isForeign = answer.query !== undefined && !makes(answer.query, unit);
    return isForeign ? undefined : carriedDirectly(call, answer.origin, unit);
  }

  function makes(query: ts.Expression, unit: Unit): boolean {
    const { syntax } = unit;
    if (syntax.isIdentifier(query)) {
      const initializer = findLocalBinding(query, unit)?.declaration.initializer;
      return initializer !== undefined && ofMaking(initializer, () => makes(unwrap(initializer, syntax), unit));
    }
    if (
      syntax.isPropertyAccessExpression(query) &&
      syntax.isCallExpression(query.expression) &&
      syntax.isIdentifier(query.name)
    ) {
      const [made] = unit.facts.declarationsOf(query.name); // by the call, with everything else in the object that it gives
      return (
        made !== undefined &&
        syntax.isPropertyAssignment(made) &&
        ofMaking(made, () => makes(unwrap(made.initializer, syntax), unit))
      );
    }
    const isCall = syntax.isCallExpression(query) || syntax.isTaggedTemplateExpression(query);
    return isCall && (ofLibrary(query, unit) ?? carriedBy(query, unit))?.origin.execution === 'lazy';
  }
}

const ofMaking = withoutCircles(false);

/** Whether a call is worth following: the project declares what is called, the settings do not excuse it, and it is not named like something that is left running. */
export function mayCarry(call: Candidate, unit: Unit): boolean {
  if (!mayMatter(call, unit)) return false;
  const { facts, settings } = unit;
  const callee = facts.calleeOf(call);
  return (
    callee.kind === 'declared' &&
    callee.declarations.some(({ place }) => place.from === 'file') &&
    !callee.declarations.some(
      declared =>
        isLongLived(declared.name) ||
        matchesSpecifier(declared, settings.allow) ||
        matchesSpecifier(declared, settings.handsOn),
    )
  );
}

/** All calls of a function, with those in callbacks that it waits for. */
export function callsIn(fn: FunctionWithBody, unit: Unit): readonly Candidate[] {
  return findCandidates(fn.body, unit.syntax, nested => isWaitedForCallback(nested, unit));
}

/** Whether a function hands on, or waits for, a value that is used like this. */
export function isWaitedFor(use: Use, unit: Unit): boolean {
  switch (use.kind) {
    case 'awaited':
    case 'returned':
      return true;
    case 'assigned': {
      const binding = findLocalBinding(use.binding, unit);
      return binding !== undefined && fateOfPromise(binding, unit) === 'handedOn';
    }
    case 'argument': {
      const name = fillOf(use.of, unit.syntax);
      const binding = name && findLocalBinding(name, unit);
      return binding !== undefined && fateOfCollection(binding, unit) === 'handedOn';
    }
    case 'collected': {
      const ofLiteral = classifyUse(use.literal, unit.syntax);
      const binding = ofLiteral.kind === 'assigned' ? findLocalBinding(ofLiteral.binding, unit) : undefined;
      return binding !== undefined && fateOfCollection(binding, unit) === 'handedOn';
    }
    default:
      return false;
  }
}

/** Whether a function is called where it stands, or handed to a call, and the function around it waits for that call. */
function isWaitedForCallback(nested: ts.SignatureDeclaration, { syntax }: Unit): boolean {
  const { parent } = outermostOf(nested, syntax);
  if (!syntax.isCallExpression(parent)) return false;
  const { kind } = classifyUse(parent, syntax);
  return kind === 'awaited' || kind === 'returned';
}

/** What a function carries, which whoever calls it may hear of a failure of where it throws itself. */
function withOwnFailure(carried: Carried | undefined, fn: FunctionWithBody, unit: Unit): Carried | undefined {
  const isThrowing =
    carried?.mayReject === false &&
    isAsync(fn, unit.syntax) &&
    mayThrow(fn, unit.syntax, nested => isAsync(nested, unit.syntax) && isHeardInCall(nested, unit));
  return isThrowing ? { ...carried, mayReject: true } : carried;
}

/** Whether a function waits for a call that a callback is given to, and sees to no failure of it by a handler. */
function isHeardInCall(callback: ts.SignatureDeclaration, unit: Unit): boolean {
  const { parent } = outermostOf(callback, unit.syntax);
  if (!isWaitedForCallback(callback, unit) || !unit.syntax.isCallExpression(parent)) return false;
  const use = classifyUse(parent, unit.syntax);
  return !('isHandled' in use && use.isHandled);
}

interface CarryingCall extends CallInFunction {
  readonly carried: Carried;
}

/** What a function carries by one of its calls. */
function through({ carried, ...made }: CarryingCall, unit: Unit): Carried {
  const { syntax } = unit;
  const { call, fn, use } = made;
  const { origin } = carried;
  const isStarted = isAsync(fn, syntax) || functionAround(call, syntax) !== fn || isRun(use, unit);
  const by = findHandler(made, unit);
  const step = toStep(call, renderCall(call, syntax));
  return {
    origin: {
      ...origin,
      execution: isStarted ? 'eager' : origin.execution,
      via: [...nameInPath(fn, syntax), ...origin.via],
      steps: [toStep(fn, nameFunction(fn, syntax)), ...(origin.steps ?? [step])],
    },
    handled: by ? { call: step.name, by, step } : carried.handled,
    mayReject: carried.mayReject && !by,
    mayHang: carried.mayHang,
    pausesForLong: carried.pausesForLong,
    isBulk: carried.isBulk || isRepeated(call, fn, unit),
    isCached: carried.isCached,
  };
}

/** Whether a query that is used like this runs in the function itself; else it is handed on as it is. */
function isRun(use: Use, unit: Unit): boolean {
  if (use.kind === 'returned') return false;
  const binding = use.kind === 'assigned' ? findLocalBinding(use.binding, unit) : undefined;
  return !binding || findReads(binding, unit).some(read => classifyUse(read, unit.syntax).kind === 'awaited');
}

/** A function's name in a path, which passes over those without one. */
function nameInPath(fn: FunctionWithBody, syntax: Syntax): readonly string[] {
  const name = nameFunction(fn, syntax);
  return name === anonymousFunction ? [] : [name];
}

const ranks: readonly Operation[] = ['write', 'transaction', 'unknown', 'read', 'connection'];

/** What a call of a library carries by itself. */
export function carriedDirectly(call: Candidate, origin: Origin, unit: Unit): Carried {
  return {
    origin,
    handled: undefined,
    mayReject: true,
    mayHang: false,
    pausesForLong: false,
    isBulk: false,
    isCached: isCacheWrite(call, origin, unit),
  };
}

/**
 * What several calls carry together: the weightiest of them, the first failure that is seen to, unheard if one is, and endless if
 * one may be. What is read beside a cache is no less there.
 */
function combine(all: readonly Carried[]): Carried | undefined {
  const [first] = all.toSorted((a, b) => ranks.indexOf(a.origin.operation) - ranks.indexOf(b.origin.operation));
  return (
    first && {
      origin: first.origin,
      handled: all.find(one => one.handled)?.handled,
      mayReject: all.some(one => one.mayReject),
      mayHang: all.some(one => one.mayHang),
      pausesForLong: all.some(one => one.pausesForLong),
      isBulk: all.some(one => one.isBulk),
      isCached: all.some(one => one.isCached) && all.every(one => one.isCached || one.origin.operation === 'read'),
    }
  );
}
