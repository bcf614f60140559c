import type ts from 'typescript';
import type { Candidate, IsMeant } from '../syntax/candidate.js';
import { comesBack } from './origins/comes-back.js';
import { chooseRemedy } from './remedies/choose-remedy.js';
import { describeLoss } from './describe-loss.js';
import { hasReasonComment, isSaidToBeDetached } from './uses/find-reason-comment.js';
import { isArrayMethod } from './uses/find-callback-suspects.js';
import { findBlockingCalls } from './blocking/find-blocking-calls.js';
import { findReads } from './names/find-references.js';
import { findSkipped } from '../syntax/find-skipped.js';
import { findSuspects } from './uses/find-suspects.js';
import { classifyConnection } from './connections/classify-connection.js';
import { carriedDirectly, followCall, isMadeHere, type Carried } from './origins/follow-call.js';
import type { Finding, Origin } from './finding.js';
import { hasCallback } from './uses/has-callback.js';
import { isForgottenQuery } from './uses/is-forgotten-query.js';
import { isInsideWaitingCallback } from './uses/is-inside-waiting-callback.js';
import { isWaitedForByLater } from './uses/is-waited-for-by-later.js';
import { isLookedFor } from './configuration/checks.js';
import { kinds, type Kind, type RuleName } from './kinds.js';
import { describeFunction, describeFunctionAround, nameFunctionAround } from '../syntax/name-function.js';
import { renderCall } from '../syntax/render-call.js';
import { resolveOrigin, type OriginAnswer } from './origins/resolve-origin.js';
import type { Suspect } from './uses/suspect.js';
import type { UnknownReason } from '../engines/type-facts.js';
import type { Unit } from './unit.js';

/** What one file gave. */
export interface FileAnalysis {
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  /** How many calls that by use and name might lose a promise the type checker could answer for. */
  readonly judged: number;
  /** How many it could not answer for, and why, with those that go by the name of a function that blocks. They are never findings. */
  readonly unknown: Readonly<Record<UnknownReason, number>>;
}

/** Why nothing is said of a call. */
export type Silence =
  /** The function around it waits for the promise, hands it on, or lets go of it where nobody could tell. */
  | 'used'
  /** It stands outside of every function. */
  | 'module'
  /** No rule is on that would report it. */
  | 'notLookedFor'
  /** It is no persistence call, and no function of the project that carries one which its caller has to wait for. */
  | 'notPersistence'
  /** The function that is called sees to the failure itself. */
  | 'seenTo'
  /** What it looks like is what it may well be meant to be. */
  | 'meant'
  /** A comment says why nobody waits. */
  | 'reasonGiven';

/** What the analysis decided about one call. */
export type Verdict =
  | { readonly kind: 'lost'; readonly finding: Finding }
  | { readonly kind: 'silent'; readonly why: Silence }
  | { readonly kind: 'unknown'; readonly why: UnknownReason };

/**
 * Finds every lost persistence promise and every blocking call of a file, or of those of its calls that are meant. Never
 * throws on user code; asks the cheap questions first.
 */
export function analyseFile(unit: Unit, isMeant: IsMeant = () => true): FileAnalysis {
  const unknown = new Map<ts.Node, UnknownReason>();
  const losses = asksFor(rule => rule !== 'no-blocking-calls', unit)
    ? findLosses(unit, isMeant, unknown)
    : { findings: [], judged: 0 };
  const blocking = asksFor(rule => rule === 'no-blocking-calls', unit) ? findBlocks(unit, isMeant, unknown) : [];
  const findings =
    blocking.length === 0
      ? losses.findings
      : [...losses.findings, ...blocking].toSorted((a, b) => a.range.start - b.range.start);
  return { findings, judged: losses.judged, unknown: countReasons([...unknown.values()]) };
}

function countReasons(reasons: readonly UnknownReason[]): FileAnalysis['unknown'] {
  const any = reasons.filter(reason => reason === 'any').length;
  return { any, unresolvedImport: reasons.length - any };
}

/** The calls of a file that block; notes those of which nobody can say it, each once, whatever else may be wrong with it. */
function findBlocks(unit: Unit, isMeant: IsMeant, unknown: Map<ts.Node, UnknownReason>): readonly Finding[] {
  return [...findBlockingCalls(unit, isMeant)].flatMap(verdict => {
    if (verdict.kind === 'blocks') return [verdict.finding];
    unknown.set(verdict.call, verdict.why);
    return [];
  });
}

/** Whether some kind is looked for whose rule is one of those that are meant. */
function asksFor(isMeant: (rule: RuleName) => boolean, { checks }: Unit): boolean {
  return [...checks.kinds.keys()].some(kind => isMeant(kinds[kind].rule));
}

/** The lost promises of a file; notes the calls of which nobody can say whether they lose one. */
function findLosses(unit: Unit, isMeant: IsMeant, unknown: Map<ts.Node, UnknownReason>): Omit<FileAnalysis, 'unknown'> {
  const findings: Finding[] = [];
  let judged = 0;
  const reported = new Set<ts.Expression>();
  for (const suspect of findSuspects(unit, isMeant)) {
    if (reported.has(suspect.value) || !isLookedFor(suspect.kind, unit.checks)) continue;
    const verdict = judgeSuspect(suspect, unit);
    if (verdict.kind === 'unknown') unknown.set(suspect.call, verdict.why);
    else judged += 1;
    if (verdict.kind === 'lost') {
      findings.push(verdict.finding);
      reported.add(suspect.value);
    }
  }
  return { findings, judged };
}

/** Whether a call whose promise would be lost loses something that matters; the cheap questions first. */
export function judgeSuspect(found: Suspect, unit: Unit): Verdict {
  if (!isLookedFor(found.kind, unit.checks)) return silent('notLookedFor');
  const answer = resolveOrigin(found.call, unit);
  if (answer.kind === 'unknown') return answer;
  const carried = answer.kind === 'persistence' ? ofLibrary(found.call, answer, unit) : ofProject(found, unit);
  if (!carried) return silent('notPersistence');
  const origin: Origin = found.isStarted ? { ...carried.origin, execution: 'eager' } : carried.origin;
  const kind = kindFor(found, { ...carried, origin }, unit);
  if (!kind) return silent('seenTo');
  if (!counts(kind, origin, unit)) return silent('notLookedFor');
  if (!isWrong({ ...found, kind }, { ...carried, origin }, unit)) return silent('meant');
  if (hasReasonComment(found.call, unit) || hasReasonComment(found.value, unit)) return silent('reasonGiven');
  return { kind: 'lost', finding: toFinding(found, kind, { ...carried, origin }, unit) };
}

function silent(why: Silence): Verdict {
  return { kind: 'silent', why };
}

/** What a suspect turned out to be. */
interface Loss extends Carried {
  /** Whether it extends a query that belongs to someone else. */
  readonly isExtension: boolean;
  /** Whether it gives a query that may be meant as text. */
  readonly isText: boolean;
  /** Whether it is given a callback that hears of its failure. */
  readonly hasCallback: boolean;
}

function ofLibrary(
  call: Candidate,
  { isText, origin, query }: Extract<OriginAnswer, { kind: 'persistence' }>,
  unit: Unit,
): Loss {
  return {
    ...carriedDirectly(call, origin, unit),
    isText,
    isExtension: query !== undefined && !isOwn(query, call, unit),
    hasCallback: origin.execution === 'eager' && hasCallback(call, unit),
  };
}

/** Whether a query that `call` extends is lost with it: it was made for it, or is never run by anyone. */
function isOwn(query: ts.Expression, call: Candidate, unit: Unit): boolean {
  return (!unit.syntax.isIdentifier(query) || isForgottenQuery(query, call, unit)) && isMadeHere(query, unit);
}

/** A call of the project's own function: where nothing can wait, or the function may never be over, it may well be meant to be left alone. */
function ofProject({ call, surroundings, value }: Suspect, unit: Unit): Loss | undefined {
  if (surroundings.kind === 'noAwait') return undefined;
  const carried = followCall(call, unit);
  if (!carried || !isAwaitable(call, unit)) return undefined;
  const mayHang = carried.mayHang || comesBack(call, unit);
  if (mayHang && isStarter(nameFunctionAround(value, unit.syntax))) return undefined;
  const via = carried.origin.via.length > 0 ? carried.origin.via : [renderCall(call, unit.syntax)]; // functions without names
  return {
    ...carried,
    origin: { ...carried.origin, via },
    mayHang,
    hasCallback: hasCallback(call, unit),
    isText: false,
    isExtension: false,
  };
}

function isAwaitable(call: Candidate, { facts }: Unit): boolean {
  return ['promise', 'thenable'].includes(facts.yieldOf(call));
}

/** Whether a function is one that starts things and leaves them running: `main`, `start`, or a hook of a framework. */
function isStarter(name: string): boolean {
  return /(?:^|\.)(?:bootstrap|listen|main|on[A-Z]\w*(?:Init|Bootstrap|Destroy|Shutdown)|run|start)(?![a-z])/.test(
    name,
  );
}

/**
 * The kind of a suspect, now that it is known what is lost: `void` detaches a call that has started, and keeps a lazy one
 * from running at all; a call whose failure is seen to, inside or by a handler, is only detached, and so is one that a comment says is
 * detached. Undefined where nothing is lost.
 */
function kindFor(
  { call, failure, kind, surroundings, value }: Suspect,
  { hasCallback: isGivenCallback, mayReject, origin }: Loss,
  unit: Unit,
): Kind | undefined {
  const isHandled =
    !mayReject || isGivenCallback || failure === 'handled' || (failure === 'caught' && kind === 'floating');
  if (kind === 'voided' && origin.execution === 'lazy') return 'voidedLazy';
  if (
    kind === 'floating' &&
    !isHandled &&
    origin.execution === 'eager' &&
    surroundings.kind === 'async' &&
    (isSaidToBeDetached(call, unit) || isSaidToBeDetached(value, unit))
  )
    return 'commentedNotAwaited';
  if (!isHandled || kind === 'serialised' || kind === 'tested' || kind === 'voided') return kind;
  return kind !== 'returnedFromTry' && surroundings.kind === 'async' ? 'handledNotAwaited' : undefined;
}

function counts(kind: Kind, { operation }: Origin, { checks }: Unit): boolean {
  return checks.kinds.get(kind)?.has(operation) === true;
}

/** Whether a suspect is wrong, now that its origin is known. */
function isWrong(suspect: Suspect, loss: Loss, unit: Unit): boolean {
  const { arrayMethod, binding, call, kind, memberOf, surroundings } = suspect;
  if (arrayMethod && !isArrayMethod(arrayMethod, unit)) return false;
  const { execution, operation } = loss.origin;
  if (execution === 'lazy') {
    if (!kinds[kind].isLossOfLazy || memberOf === 'object' || (kind === 'serialised' && memberOf)) return false;
    if (kind !== 'returnedFromTry' && loss.isExtension) return false;
    if (loss.isText && kind !== 'returnedFromTry' && isReadAsValue(suspect, unit)) return false;
    return !('fn' in surroundings) || !isGivenToQuery(surroundings.fn, unit);
  }
  if (kind === 'tested')
    return ![call, ...(binding ? findReads(binding, unit) : [])].some(tested => unit.facts.mayBeAbsent(tested));
  if (isInsideWaitingCallback(call, loss.origin.library, unit) || isWaitedForByLater(call, loss.origin.library, unit))
    return false;
  return kind !== 'awaitedOnSomePaths' || operation !== 'read';
}

/** Whether a query is used, itself or by a variable, where a value would be: as text it may be just what is meant. */
function isReadAsValue({ binding, kind }: Suspect, unit: Unit): boolean {
  return kind === 'serialised' || (binding !== undefined && findReads(binding, unit).length > 0);
}

/** Whether a function is the callback of a lazy query, which builds a part of it: `query.where(sub => { sub.where(…) })`. */
function isGivenToQuery({ parent }: ts.Node, unit: Unit): boolean {
  if (!unit.syntax.isCallExpression(parent)) return false;
  const answer = resolveOrigin(parent, unit);
  return answer.kind === 'persistence' && answer.origin.execution === 'lazy';
}

/** `kind` is what the suspect turned out to be. */
function toFinding(suspect: Suspect, kind: Kind, loss: Loss, unit: Unit): Finding {
  const { origin } = loss;
  const { binding, call, collection, failure, surroundings, value } = suspect;
  const connection = classifyConnection(call, unit);
  const rendered = renderCall(call, unit.syntax);
  const place = collection?.binding.declaration ?? value;
  const outer = kind === 'inSyncCallback' && surroundings.kind === 'sync' ? surroundings.asyncAncestor : undefined;
  return {
    kind,
    range: { start: call.getStart(unit.sourceFile), end: call.end },
    call: rendered,
    function: nameFunctionAround(place, unit.syntax),
    origin,
    data: describeLoss({
      kind,
      call: rendered,
      who: outer ? describeFunction(outer, unit.syntax) : describeFunctionAround(place, unit.syntax),
      skipped: findSkipped(value, unit.syntax),
      origin,
      connection,
      isHeard: failure !== 'unheard' || kinds[kind].rule === 'no-fire-and-forget',
      heardBy: failure !== 'unheard' ? failure : loss.hasCallback ? 'callback' : loss.handled,
      file: unit.sourceFile.fileName,
      binding: binding?.declaration.name.getText() ?? '',
    }),
    remedy: chooseRemedy(
      { ...suspect, ...loss, connection, isOnPurpose: kinds[kind].rule === 'no-fire-and-forget' },
      unit,
    ),
  };
}
