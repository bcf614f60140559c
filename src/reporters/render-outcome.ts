import type { Mode, Outcome } from '../analysis/report/report.js';

/** What an outcome is called: what `fix` would do, or what it did. */
export function renderOutcome(outcome: Outcome, mode: Mode): string {
  switch (outcome) {
    case 'fixed':
      return mode === 'write' ? 'fixed' : 'fixable';
    case 'suggested':
      return 'suggestion';
    case 'rolledBack':
      return 'rolled back';
    case 'optedOut':
      return 'opted out';
    case 'manual':
      return 'manual';
  }
}
