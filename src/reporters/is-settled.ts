import type { Outcome } from '../analysis/report/report.js';

/** Whether a finding asks for nothing any more: it was repaired on disk, or somebody opted out of it. */
export function isSettled(outcome: Outcome): boolean {
  return outcome === 'optedOut' || outcome === 'fixed';
}
