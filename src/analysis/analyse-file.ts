import type ts from 'typescript';
import { chooseRemedy } from './choose-remedy.js';
import { describeLoss } from './describe-loss.js';
import { hasReasonComment } from './find-reason-comment.js';
import { findSuspects } from './find-suspects.js';
import { findTransaction } from './find-transaction.js';
import type { Finding, Origin } from './finding.js';
import { nameFunctionAround } from './name-function.js';
import { renderCall } from './render-call.js';
import { resolveOrigin } from './resolve-origin.js';
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
    if (reported.has(suspect.value)) continue;
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

function judge(suspect: Suspect, unit: Unit): Verdict {
  const answer = resolveOrigin(suspect.call, unit);
  if (answer.kind === 'unknown') return answer;
  if (answer.kind === 'other' || !counts(answer.origin, unit) || !isWrong(suspect, answer.origin, unit)) return { kind: 'silent' };
  if (hasReasonComment(suspect.call, unit)) return { kind: 'silent' };
  return { kind: 'lost', finding: toFinding(suspect, answer.origin, unit) };
}

function counts({ operation }: Origin, { checks }: Unit): boolean {
  if (operation === 'read') return checks.checkReads;
  return operation !== 'connection' || checks.checkConnections;
}

/** Whether a suspect is wrong now that its origin is known: a promise that may be absent, or a query not yet run, is tested for being there. */
function isWrong({ call, kind }: Suspect, { execution }: Origin, { facts }: Unit): boolean {
  return kind !== 'tested' || (execution === 'eager' && !facts.mayBeAbsent(call));
}

function toFinding(suspect: Suspect, origin: Origin, unit: Unit): Finding {
  const { binding, call, kind, value } = suspect;
  const transaction = findTransaction(call, unit);
  const rendered = renderCall(call, unit.syntax);
  const name = nameFunctionAround(value, unit.syntax);
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
