import type { Outcome } from '../analysis/report/report.js';

/** The label of an outcome: what `fix` would do, or what it did. */
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
