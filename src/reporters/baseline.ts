import type { ReportedFinding } from '../analysis/report/report.js';
import { isSettled } from './is-settled.js';

/** Findings of a file that are known, and asked nothing of: those of a kind in a function, by the call. Lines may move. */
export interface KnownFindings {
  readonly kind: string;
  readonly function: string;
  readonly call: string;
  readonly count: number;
}

/** What is known of each file, by its path, which starts at the folder of the baseline. */
export type Baseline = ReadonlyMap<string, readonly KnownFindings[]>;

/** Why a finding is opted out of that a baseline lists. */
export const knownReason = 'the baseline lists it';

/** Whether a baseline may list a finding: it is open, or a baseline lists it already. */
export function isOfBaseline({ optOut, outcome, reason }: ReportedFinding): boolean {
  return !isSettled(outcome) || (optOut === 'list' && reason === knownReason);
}

/** What the findings have in common that a baseline counts together. */
export function keyOf({ call, function: name, kind }: Omit<KnownFindings, 'count'>): string {
  return JSON.stringify([kind, name, call]);
}
