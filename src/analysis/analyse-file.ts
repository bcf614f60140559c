import type ts from 'typescript';
import type { IsMeant } from '../syntax/candidate.js';
import { countNotKnown, type NotKnown, type NotKnownCounts } from './not-known.js';
import { findBlockingCalls } from './blocking/find-blocking-calls.js';
import { FileVerdicts, isAskedFor, verdictsOf } from './file-verdicts.js';
import type { Finding } from './finding.js';
import type { RuleName } from './kinds/kind.js';
import { kinds } from './kinds/kinds.js';
import type { CheckedUnit } from './unit.js';

/** What one file gave. */
export interface FileAnalysis {
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  /** How many calls that by use and name might lose a promise the type checker could answer for. */
  readonly judged: number;
  /** How many it could not answer for, and why, with those that go by the name of a function that blocks. They are never findings. */
  readonly unknown: NotKnownCounts;
}

/**
 * Finds every lost persistence promise and every blocking call of a file, or of those of its calls that are meant. Never
 * throws on user code; asks the cheap questions first.
 */
export function analyseFile(unit: CheckedUnit, isMeant?: IsMeant): FileAnalysis {
  const unknown = new Map<ts.Node, NotKnown>();
  const losses = rulesOfPromises(unit).size > 0 ? findLosses(unit, isMeant, unknown) : { findings: [], judged: 0 };
  const blocking = rulesOf(unit).has('no-blocking-calls') ? findBlocks(unit, isMeant, unknown) : [];
  const findings =
    blocking.length === 0
      ? losses.findings
      : [...losses.findings, ...blocking].toSorted((a, b) => a.range.start - b.range.start);
  return { findings, judged: losses.judged, unknown: countNotKnown(unknown.values()) };
}

/** The calls of a file that block; notes those of which nobody can say it, each once, whatever else may be wrong with it. */
function findBlocks(
  unit: CheckedUnit,
  isMeant: IsMeant | undefined,
  unknown: Map<ts.Node, NotKnown>,
): readonly Finding[] {
  return [...findBlockingCalls(unit, isMeant)].flatMap(verdict => {
    if (verdict.kind === 'blocks') return unit.checks.kinds.has(verdict.finding.kind) ? [verdict.finding] : [];
    unknown.set(verdict.call, verdict.why);
    return [];
  });
}

/** The rules of which some kind is looked for. */
function rulesOf({ checks }: CheckedUnit): ReadonlySet<RuleName> {
  return new Set([...checks.kinds.keys()].map(kind => kinds[kind].rule));
}

/** Those of them that are about promises. */
function rulesOfPromises(unit: CheckedUnit): ReadonlySet<RuleName> {
  return new Set([...rulesOf(unit)].filter(rule => rule !== 'no-blocking-calls'));
}

/** The lost promises of a file; notes the calls of which nobody can say whether they lose one. */
function findLosses(
  unit: CheckedUnit,
  isMeant: IsMeant | undefined,
  unknown: Map<ts.Node, NotKnown>,
): Omit<FileAnalysis, 'unknown'> {
  const verdicts = isMeant ? new FileVerdicts(unit, isMeant) : verdictsOf(unit);
  const findings: Finding[] = [];
  let judged = 0;
  const rules = rulesOfPromises(unit);
  const reported = new Map<ts.Expression, Set<RuleName>>(); // of several promises in one value, a rule reports the first
  for (const suspect of verdicts.suspects(unit.checks)) {
    const known = reported.get(suspect.value) ?? new Set();
    if (known.size === rules.size || !isAskedFor(suspect, unit.checks)) continue;
    const verdict = verdicts.verdictOf(suspect, unit.checks);
    if (verdict.kind === 'unknown') unknown.set(suspect.call, verdict.why);
    else judged += 1;
    if (verdict.kind !== 'lost' || known.has(kinds[verdict.finding.kind].rule)) continue;
    findings.push(verdict.finding);
    reported.set(suspect.value, known.add(kinds[verdict.finding.kind].rule));
  }
  return { findings, judged };
}
