import type { Outcome } from '../analysis/report/report.js';

/** What an outcome is called: what `fix` would do, or what it did. */
export function renderOutcome(outcome: Outcome): string {
  switch (outcome) {
    case 'suggested':
      return 'suggestion';
    case 'rolledBack':
      return 'rolled back';
    case 'optedOut':
      return 'opted out';
    case 'fixable':
    case 'fixed':
    case 'manual':
      return outcome;
  }
}
