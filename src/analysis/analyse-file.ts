import type ts from 'typescript';
import { chooseRemedy, type Obstacle } from './choose-remedy.js';
import { classifySurroundings, type Surroundings } from './classify-surroundings.js';
import { classifyUse } from './classify-use.js';
import { describeLoss } from './describe-loss.js';
import { findCandidates } from './find-candidates.js';
import { hasReasonComment } from './find-reason-comment.js';
import { findLocalBinding, findReferences, isWrite, type LocalBinding } from './find-references.js';
import { findTransaction } from './find-transaction.js';
import type { Finding, Origin } from './finding.js';
import type { Kind } from './kinds.js';
import { hasEndlessLoop } from './has-endless-loop.js';
import { nameFunctionAround } from './name-function.js';
import { renderCall } from './render-call.js';
import { resolveOrigin } from './resolve-origin.js';
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

/** A call whose promise, should it give one, is lost. Known from syntax and references alone. */
interface Suspect {
  readonly call: ts.CallExpression;
  readonly kind: Kind;
  /** The expression that an `await` would go in front of. */
  readonly value: ts.Expression;
  readonly surroundings: WaitingPlace;
  /** The variable that keeps the promise and is never read. */
  readonly binding: LocalBinding | undefined;
}

type WaitingPlace = Exclude<Surroundings, { kind: 'module' | 'sync' }>;

function* findSuspects(unit: Unit): Generator<Suspect> {
  for (const call of findCandidates(unit)) {
    const suspect = toSuspect(call, unit);
    if (suspect && !unit.checks.ignoreKinds.includes(suspect.kind)) yield suspect;
  }
}

function toSuspect(call: ts.CallExpression, unit: Unit): Suspect | undefined {
  const use = classifyUse(call, unit.syntax);
  if (use.kind !== 'floating' && use.kind !== 'assigned') return undefined;
  const surroundings = classifySurroundings(call, unit.syntax);
  if (surroundings.kind === 'module' || surroundings.kind === 'sync') return undefined;
  const { value } = use;
  if (use.kind === 'floating') return { call, kind: 'floating', value, surroundings, binding: undefined };
  const binding = findLocalBinding(use.binding, unit);
  return binding && isNeverRead(binding, unit)
    ? { call, kind: 'neverAwaited', value, surroundings, binding }
    : undefined;
}

function isNeverRead(binding: LocalBinding, unit: Unit): boolean {
  return !findReferences(binding, unit).some(reference => !isWrite(reference, unit));
}

function judge(suspect: Suspect, unit: Unit): Verdict {
  const answer = resolveOrigin(suspect.call, unit);
  if (answer.kind === 'unknown') return answer;
  if (answer.kind === 'other' || !counts(answer.origin, unit) || hasReasonComment(suspect.call, unit)) return { kind: 'silent' };
  return { kind: 'lost', finding: toFinding(suspect, answer.origin, unit) };
}

function counts({ operation }: Origin, { checks }: Unit): boolean {
  if (operation === 'read') return checks.checkReads;
  return operation !== 'connection' || checks.checkConnections;
}

function toFinding(suspect: Suspect, origin: Origin, unit: Unit): Finding {
  const { binding, call, kind, surroundings, value } = suspect;
  const transaction = findTransaction(call, unit);
  const rendered = renderCall(call, unit.syntax);
  const name = nameFunctionAround(call, unit.syntax);
  return {
    kind,
    range: { start: call.getStart(unit.sourceFile), end: call.end },
    call: rendered,
    function: name,
    origin,
    data: describeLoss({ call: rendered, function: name, origin, transaction, binding: binding?.declaration.name.getText() ?? '' }),
    remedy: chooseRemedy({ value, surroundings, transaction, obstacle: findObstacle(suspect, unit) }, unit),
  };
}

function findObstacle({ binding, call, value }: Suspect, unit: Unit): Obstacle | undefined {
  if (unit.facts.bodiesOf(call).some(body => hasEndlessLoop(body, unit.syntax))) {
    return { remedy: 'manual', reason: 'the method loops without an end, so that waiting for it would hang' };
  }
  if (isRace(value, call)) return { remedy: 'suggestion', reason: 'the calls race, and the loser may be meant to be left behind' };
  if (!binding) return undefined;
  const { type } = binding.declaration;
  if (type && !unit.facts.isAwaitedAssignableTo(value, type)) {
    return { remedy: 'manual', reason: `the variable is declared as \`${type.getText(unit.sourceFile)}\`, which the awaited result does not fit` };
  }
  return findReferences(binding, unit).length > (binding.declaration.initializer ? 0 : 1)
    ? { remedy: 'suggestion', reason: 'the variable is assigned more than once, and its type changes with the first `await`' }
    : undefined;
}

/** Whether `value` is a `Promise.race` or `Promise.any` around the call. */
function isRace(value: ts.Expression, call: ts.CallExpression): boolean {
  return value !== call && /^Promise\s*\.\s*(?:race|any)\b/.test(value.getText());
}
