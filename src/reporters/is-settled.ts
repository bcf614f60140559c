import type { Outcome } from '../analysis/report/report.js';

/** Whether a finding needs no further action: it was repaired on disk, or opted out. */
export function isSettled(outcome: Outcome): boolean {
  return outcome === 'optedOut' || outcome === 'fixed';
}
