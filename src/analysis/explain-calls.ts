import { analyseFile } from './analyse-file.js';
import { verdictsOf } from './file-verdicts.js';
import type { Silence, Verdict } from './judge-suspect.js';
import { calleeExpression, type Candidate } from '../syntax/candidate.js';
import { classifySurroundings, type NoAwaitPlace } from '../syntax/classify-surroundings.js';
import { classifyUse } from './uses/classify-use.js';
import { findCalls } from './find-candidates.js';
import { followCall } from './summaries/follow-call.js';
import { mayMatter } from './origins/may-matter.js';
import { classifyConnection, type ConnectionUse } from './connections/classify-connection.js';
import { fateOfPromise, type Fate } from './uses/find-fate.js';
import { describeFunction } from '../syntax/name-function.js';
import type { Syntax } from '../syntax/syntax.js';
import { groupBy } from '../group-by.js';
import type { Finding, Origin, Range } from './finding.js';
import { renderCall } from '../syntax/render-call.js';
import { resolveOrigin } from './origins/resolve-origin.js';
import type { Suspect } from './uses/suspect.js';
import type { Declared, UnknownReason } from '../engines/type-facts.js';
import type { CheckedUnit, FileUnit } from './unit.js';
import type { Use } from './uses/use.js';

/** Why one call was found, left alone or not understood: all that the analysis knows of it, as data. */
export interface CallExplanation {
  /** The call without its arguments. */
  readonly call: string;
  readonly range: Range;
  /** What becomes of its promise where it stands. */
  readonly use: Use['kind'];
  /** On which paths something waits for it, once a local variable keeps it; undefined where none does, or for what is no persistence call. */
  readonly awaited: Fate['awaited'] | undefined;
  readonly place: ExplainedPlace;
  readonly origin: ExplainedOrigin;
  /** How it stands to a connection that is held while it runs; undefined for what is no persistence call. */
  readonly connection: ConnectionUse | undefined;
  readonly verdict: Verdict;
}

/** What stands around a call: a function, in words, and whether it can wait; or what cannot. */
export type ExplainedPlace =
  | { readonly kind: 'async' | 'sync'; readonly function: string }
  | { readonly kind: 'noAwait'; readonly place: NoAwaitPlace }
  | { readonly kind: 'module' };

/** What a call turned out to be. */
export type ExplainedOrigin =
  /** A persistence call, or by `via` a function of the project that carries one. */
  | { readonly kind: 'persistence'; readonly origin: Origin }
  /** Something else, with where it is declared. */
  | { readonly kind: 'other'; readonly declarations: readonly Declared[] }
  | { readonly kind: 'unknown'; readonly why: UnknownReason };

/** Explains every call of a file that is made in a range, in the order of the text. */
export function explainCalls(unit: CheckedUnit, range: Range): readonly CallExplanation[] {
  const { sourceFile, syntax } = unit;
  const calls = new Set(findCalls(sourceFile, unit).filter(call => isMadeIn(range, call, unit)));
  const found: Found = {
    findings: new Map(analyseFile(unit).findings.map(finding => [keyOf(finding.range), finding])),
    suspects: groupBy(verdictsOf(unit).suspects(unit.checks), ({ call }) => call),
  };
  return [...calls].map(call => {
    const origin = explainOrigin(call, unit);
    const isKnown = origin.kind === 'persistence';
    return {
      call: renderCall(call, syntax),
      range: { start: call.getStart(sourceFile), end: call.end },
      use: classifyUse(call, syntax).kind,
      awaited: isKnown ? fateOf(call, unit)?.awaited : undefined,
      place: explainPlace(call, syntax),
      origin,
      connection: isKnown ? classifyConnection(call, unit) : undefined,
      verdict: explainVerdict(call, found, unit),
    };
  });
}

function fateOf(call: Candidate, unit: FileUnit): Fate | undefined {
  const use = classifyUse(call, unit.syntax);
  return use.kind === 'assigned' ? fateOfPromise(use.value, unit) : undefined;
}

function explainPlace(call: Candidate, syntax: Syntax): ExplainedPlace {
  const place = classifySurroundings(call, syntax);
  return 'fn' in place ? { kind: place.kind, function: describeFunction(place.fn, syntax) } : place;
}

/** Whether a call begins in a range, or the name of what is called ends there: a call of many lines is looked for at either. */
function isMadeIn(range: Range, call: Candidate, { sourceFile }: FileUnit): boolean {
  const isInside = (offset: number): boolean => offset >= range.start && offset < range.end;
  return isInside(call.getStart(sourceFile)) || isInside(calleeExpression(call).end - 1);
}

function explainOrigin(call: Candidate, unit: FileUnit): ExplainedOrigin {
  const answer = resolveOrigin(call, unit);
  if (answer.kind === 'unknown') return answer;
  const origin = answer.kind === 'persistence' ? answer.origin : followCall(call, unit)?.origin;
  if (origin) return { kind: 'persistence', origin };
  const callee = unit.facts.calleeOf(call);
  return { kind: 'other', declarations: callee.kind === 'declared' ? callee.declarations : [] };
}

/** What was found of the calls that are to be explained. */
interface Found {
  readonly findings: ReadonlyMap<string, Finding>;
  readonly suspects: ReadonlyMap<Candidate, readonly Suspect[]>;
}

function keyOf({ end, start }: Range): string {
  return `${start} ${end}`;
}

function explainVerdict(call: Candidate, { findings, suspects }: Found, unit: CheckedUnit): Verdict {
  const finding = findings.get(keyOf({ start: call.getStart(unit.sourceFile), end: call.end }));
  if (finding) return { kind: 'lost', finding };
  const verdicts = (suspects.get(call) ?? []).map(suspect => verdictsOf(unit).verdictOf(suspect, unit.checks));
  const [first] = verdicts.toSorted((a, b) => Number(b.kind === 'unknown') - Number(a.kind === 'unknown'));
  return first ?? { kind: 'silent', why: whyNoSuspect(call, unit) };
}

function whyNoSuspect(call: Candidate, unit: FileUnit): Silence {
  if (classifySurroundings(call, unit.syntax).kind === 'module') return 'module';
  return 'value' in classifyUse(call, unit.syntax) && !mayMatter(call, unit) ? 'notPersistence' : 'used';
}
