import type { ReportedFinding } from '../analysis/report/report.js';
import { isSettled } from './is-settled.js';

/** Known findings of a file, which are not reported again: by kind, function and call. Lines may move. */
export interface KnownFindings {
  readonly kind: string;
  readonly function: string;
  readonly call: string;
  readonly count: number;
}

/** The known findings of each file, by its path relative to the folder of the baseline. */
export type Baseline = ReadonlyMap<string, readonly KnownFindings[]>;

/** The reason why a finding that a baseline lists is opted out. */
export const knownReason = 'the baseline lists it';

/** Whether a baseline may list a finding: it is open, or a baseline lists it already. */
export function isOfBaseline({ optOut, outcome, reason }: ReportedFinding): boolean {
  return !isSettled(outcome) || (optOut === 'list' && reason === knownReason);
}

/** The properties shared by findings that a baseline counts together. */
export function keyOf({ call, function: name, kind }: Omit<KnownFindings, 'count'>): string {
  return JSON.stringify([kind, name, call]);
}
