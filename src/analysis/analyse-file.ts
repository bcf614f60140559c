import type ts from 'typescript';
import { chooseRemedy } from './choose-remedy.js';
import { describeLoss } from './describe-loss.js';
import { hasReasonComment } from './find-reason-comment.js';
import { findReads } from './find-references.js';
import { findSuspects } from './find-suspects.js';
import { findTransaction } from './find-transaction.js';
import type { Finding, Origin } from './finding.js';
import { kinds, type Kind } from './kinds.js';
import { nameFunctionAround } from './name-function.js';
import { renderCall } from './render-call.js';
import { resolveOrigin, type OriginAnswer } from './resolve-origin.js';
import type { Suspect } from './suspect.js';
import type { UnknownReason } from './type-facts.js';
import type { Unit } from './unit.js';

/** What one file gave. */
export interface FileAnalysis {
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  /** How many calls, of whatever kind, with a result that is dropped or never read the type checker could answer for. */
  readonly judged: number;
  /** How many it could not answer, and why. They are never findings. */
  readonly unknown: Readonly<Record<UnknownReason, number>>;
}

/** What the analysis decided about one call. */
export type Verdict =
  | { readonly kind: 'lost'; readonly finding: Finding }
  | { readonly kind: 'silent' }
  | { readonly kind: 'unknown'; readonly why: UnknownReason };

/** Finds every lost persistence promise of a file. Never throws on user code; asks the cheap questions first. */
export function analyseFile(unit: Unit): FileAnalysis {
  const findings: Finding[] = [];
  const unknown = { any: 0, unresolvedImport: 0 };
  let judged = 0;
  const reported = new Set<ts.Expression>();
  for (const suspect of findSuspects(unit)) {
    if (reported.has(suspect.value) || !isWanted(suspect.kind, unit)) continue;
    const verdict = judge(suspect, unit);
    if (verdict.kind === 'unknown') unknown[verdict.why] += 1;
    else judged += 1;
    if (verdict.kind === 'lost') {
      findings.push(verdict.finding);
      reported.add(suspect.value);
    }
  }
  return { findings, judged, unknown };
}

function judge(found: Suspect, unit: Unit): Verdict {
  const answer = resolveOrigin(found.call, unit);
  if (answer.kind === 'unknown') return answer;
  if (answer.kind === 'other') return { kind: 'silent' };
  const origin: Origin = found.isStarted ? { ...answer.origin, execution: 'eager' } : answer.origin;
  const suspect = { ...found, kind: kindFor(found.kind, origin) };
  const isLost =
    unit.checks.kinds.has(suspect.kind) && counts(origin, unit) && isWrong(suspect, { ...answer, origin }, unit) && !hasReasonComment(suspect.call, unit);
  return isLost ? { kind: 'lost', finding: toFinding(suspect, origin, unit) } : { kind: 'silent' };
}

/** Whether a kind, or the one that it becomes when the call is lazy, is looked for. */
function isWanted(kind: Kind, { checks }: Unit): boolean {
  return checks.kinds.has(kind) || (kind === 'voided' && checks.kinds.has('voidedLazy'));
}

/** `void` detaches a call that has started, and keeps a lazy one from running at all. */
function kindFor(kind: Kind, { execution }: Origin): Kind {
  return kind === 'voided' && execution === 'lazy' ? 'voidedLazy' : kind;
}

function counts({ operation }: Origin, { checks }: Unit): boolean {
  if (operation === 'read') return checks.checkReads;
  return operation !== 'connection' || checks.checkConnections;
}

/** Whether a suspect is wrong, now that its origin is known. */
function isWrong(suspect: Suspect, answer: Extract<OriginAnswer, { kind: 'persistence' }>, unit: Unit): boolean {
  const { call, isMember, kind, surroundings } = suspect;
  const { execution, operation } = answer.origin;
  if (execution === 'lazy') {
    if (!kinds[kind].isLossOfLazy || (kind === 'serialised' && isMember === true)) return false;
    if (kind !== 'returnedFromTry' && answer.extendsQuery) return false;
    if (answer.isText && isReadAsValue(suspect, unit)) return false;
    return !('fn' in surroundings) || !isGivenToQuery(surroundings.fn, unit);
  }
  if (kind === 'tested') return !unit.facts.mayBeAbsent(call);
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

function toFinding(suspect: Suspect, origin: Origin, unit: Unit): Finding {
  const { binding, call, collection, kind, value } = suspect;
  const transaction = findTransaction(call, unit);
  const rendered = renderCall(call, unit.syntax);
  const name = nameFunctionAround(collection?.binding.declaration ?? value, unit.syntax);
  return {
    kind,
    range: { start: call.getStart(unit.sourceFile), end: call.end },
    call: rendered,
    function: name,
    origin,
    data: describeLoss({ kind, call: rendered, function: name, origin, transaction, binding: binding?.declaration.name.getText() ?? '' }),
    remedy: chooseRemedy(suspect, transaction, unit),
  };
}
