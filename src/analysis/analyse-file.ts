import type ts from 'typescript';
import type { IsMeant } from '../syntax/candidate.js';
import { countNotKnown, type NotKnown, type NotKnownCounts } from './not-known.js';
import { findBlockingCalls } from './blocking/find-blocking-calls.js';
import { FileVerdicts, isAskedFor, verdictsOf } from './file-verdicts.js';
import type { Finding } from './finding.js';
import { kinds, type RuleName } from './kinds.js';
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
  const losses = asksFor(rule => rule !== 'no-blocking-calls', unit)
    ? findLosses(unit, isMeant, unknown)
    : { findings: [], judged: 0 };
  const blocking = asksFor(rule => rule === 'no-blocking-calls', unit) ? findBlocks(unit, isMeant, unknown) : [];
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

/** Whether some kind is looked for whose rule is one of those that are meant. */
function asksFor(isMeant: (rule: RuleName) => boolean, { checks }: CheckedUnit): boolean {
  return [...checks.kinds.keys()].some(kind => isMeant(kinds[kind].rule));
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
  const reported = new Set<ts.Expression>();
  for (const suspect of verdicts.suspects(unit.checks)) {
    if (reported.has(suspect.value) || !isAskedFor(suspect, unit.checks)) continue;
    const verdict = verdicts.verdictOf(suspect, unit.checks);
    if (verdict.kind === 'unknown') unknown.set(suspect.call, verdict.why);
    else judged += 1;
    if (verdict.kind === 'lost') {
      findings.push(verdict.finding);
      reported.add(suspect.value);
    }
  }
  return { findings, judged };
}
