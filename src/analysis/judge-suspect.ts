import type ts from 'typescript';
import type { Operation } from '../catalogue/library-entry.js';
import type { Candidate } from '../syntax/candidate.js';
import { comesBack } from './summaries/comes-back.js';
import { chooseRemedy } from './remedies/choose-remedy.js';
import { describeLoss } from './describe-loss.js';
import type { SilentGuard } from './guards/guard.js';
import { findSilentGuard } from './guards/silent-guards.js';
import { findSkipped } from './uses/find-skipped.js';
import { classifyConnection } from './connections/classify-connection.js';
import { carriedDirectly, followCall, type Carried } from './summaries/follow-call.js';
import { readCalled } from './summaries/read-function.js';
import { isMadeHere } from './summaries/summarize.js';
import type { Finding, Origin } from './finding.js';
import { hasCallback } from './uses/has-callback.js';
import { isForgottenQuery } from './uses/is-forgotten-query.js';
import { kindNames, kinds, type Kind } from './kinds/kinds.js';
import { describeFunction, describeFunctionAround, nameFunctionAround } from '../syntax/name-function.js';
import { renderCall } from '../syntax/render-call.js';
import { resolveOrigin, type OriginAnswer } from './origins/resolve-origin.js';
import type { Suspect } from './uses/suspect.js';
import { yieldOf } from './origins/yield-of.js';
import type { NotKnown } from './not-known.js';
import type { FileUnit } from './unit.js';

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
  | 'seenTo';

/** What the analysis decided about one call. */
export type Verdict =
  | { readonly kind: 'lost'; readonly finding: Finding }
  | { readonly kind: 'silent'; readonly why: Silence }
  | { readonly kind: 'silent'; readonly why: 'guarded'; readonly guard: SilentGuard }
  | { readonly kind: 'unknown'; readonly why: NotKnown };

/** What is known of a suspect, whatever is looked for. */
export interface Judgement {
  /** What it is a loss of, if it is one of a persistence call: by that it is looked for or not. */
  readonly of: { readonly kind: Kind; readonly operation: Operation } | undefined;
  /** Is asked only where it matters. */
  readonly verdict: () => Verdict;
}

/** Whether a call whose promise would be lost loses something that matters; the cheap questions first. */
export function judgeSuspect(found: Suspect, unit: FileUnit): Judgement {
  const answer = resolveOrigin(found.call, unit);
  if (answer.kind === 'unknown') return settled(answer);
  const called = answer.kind === 'persistence' ? ofLibrary(found.call, answer, unit) : ofProject(found, unit);
  if (!called)
    return settled(isUnseen(found, unit) ? { kind: 'unknown', why: 'implementation' } : silent('notPersistence'));
  const carried = { ...called, mayHang: called.mayHang || comesBack(found.call, unit) };
  const origin: Origin = found.isStarted ? { ...carried.origin, execution: 'eager' } : carried.origin;
  const kind = kindFor(found, { ...carried, origin }, unit);
  if (!kind) return settled(silent('seenTo'));
  let verdict: Verdict | undefined;
  return {
    of: { kind, operation: origin.operation },
    verdict: () => (verdict ??= judgeLoss(found, { ...carried, kind, origin }, unit)),
  };
}

/** Whether what would be lost of a persistence call is. */
function judgeLoss(suspect: Suspect, loss: Loss, unit: FileUnit): Verdict {
  const guard = findSilentGuard({ ...loss, suspect: { ...suspect, kind: loss.kind } }, unit);
  if (guard) return { kind: 'silent', why: 'guarded', guard };
  return { kind: 'lost', finding: toFinding(suspect, loss, unit) };
}

function settled(verdict: Verdict): Judgement {
  return { of: undefined, verdict: () => verdict };
}

function silent(why: Silence): Verdict {
  return { kind: 'silent', why };
}

/** What a suspect turned out to be. */
interface Loss extends CarriedCall {
  readonly kind: Kind;
}

/** What its call carries. */
interface CarriedCall extends Carried {
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
  unit: FileUnit,
): CarriedCall {
  return {
    ...carriedDirectly(call, origin, unit),
    isText,
    isExtension: query !== undefined && !isOwn(query, call, unit),
    hasCallback: origin.execution === 'eager' && hasCallback(call, unit),
  };
}

/** Whether a query that `call` extends is lost with it: it was made for it, or is never run by anyone. */
function isOwn(query: ts.Expression, call: Candidate, unit: FileUnit): boolean {
  return (!unit.syntax.isIdentifier(query) || isForgottenQuery(query, call, unit)) && isMadeHere(query, unit);
}

/** A call of the project's own function: where nothing can wait, it may well be meant to be left alone. */
function ofProject({ call, surroundings }: Suspect, unit: FileUnit): CarriedCall | undefined {
  if (surroundings.kind === 'noAwait') return undefined;
  const carried = followCall(call, unit);
  if (!carried || !isAwaitable(call, unit)) return undefined;
  const via = carried.origin.via.length > 0 ? carried.origin.via : [renderCall(call, unit.syntax)]; // functions without names
  return {
    ...carried,
    origin: { ...carried.origin, via },
    hasCallback: hasCallback(call, unit),
    isText: false,
    isExtension: false,
  };
}

/** Whether nobody can say what a call of the project does, since no body of it is seen, or so many. */
function isUnseen({ call, surroundings }: Suspect, unit: FileUnit): boolean {
  if (surroundings.kind === 'noAwait') return false;
  const { functions, isUnknown } = readCalled(call, unit);
  return (isUnknown || (functions.length === 0 && isOfProject(call, unit))) && isAwaitable(call, unit); // dear, so asked last
}

function isOfProject(call: Candidate, { facts }: FileUnit): boolean {
  const callee = facts.calleeOf(call);
  return callee.kind === 'declared' && callee.declarations.some(({ place }) => place.from === 'file');
}

function isAwaitable(call: Candidate, unit: FileUnit): boolean {
  return ['promise', 'thenable'].includes(yieldOf(call, unit));
}

/**
 * The kind of a suspect, now that it is known what is lost: one that it turns out to be, or the one that it was found as. Undefined
 * where nothing is lost, since its failure is seen to.
 */
function kindFor(
  suspect: Suspect,
  { hasCallback: isGivenCallback, mayReject, origin }: CarriedCall,
  unit: FileUnit,
): Kind | undefined {
  const { failure, kind } = suspect;
  const isHandled =
    !mayReject || isGivenCallback || failure === 'handled' || (failure === 'caught' && kind === 'floating');
  const refined = kindNames.find(other => kinds[other].refines?.({ suspect, origin, isHandled }, unit));
  return refined ?? (isHandled && kinds[kind].isLossThoughHandled !== true ? undefined : kind);
}

function toFinding(suspect: Suspect, loss: Loss, unit: FileUnit): Finding {
  const { kind, origin } = loss;
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
      skipped: findSkipped(value, unit),
      origin,
      connection,
      isHeard: failure !== 'unheard' || kinds[kind].rule === 'no-fire-and-forget',
      heardBy: failure !== 'unheard' ? failure : loss.hasCallback ? 'callback' : loss.handled,
      binding: binding?.declaration.name.getText() ?? '',
      isOfArray: suspect.arrayMethod !== undefined,
      ignoring: suspect.arrayMethod ? 'the array method' : `\`${renderCall(value, unit.syntax)}\``,
    }),
    // What mends it depends on how it is lost, whatever the finding is called: the kind of the suspect is that of the remedy.
    remedy: chooseRemedy(
      {
        ...loss,
        ...suspect,
        connection,
        isOnPurpose: kinds[kind].rule === 'no-fire-and-forget',
      },
      unit,
    ),
  };
}
