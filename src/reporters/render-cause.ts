import type { SkipCause } from '../analysis/report/report.js';

/** The label of a file that was skipped for some cause, which precedes the reason. */
export function renderCause(cause: SkipCause): string {
  switch (cause) {
    case 'unreadable':
      return 'unreadable';
    case 'crashed':
      return 'analysis failed';
    case 'leftOut':
    case 'notWritten':
      return 'skipped';
  }
}
