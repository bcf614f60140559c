import type { SkipCause } from '../analysis/report/report.js';

/** What is said of a file that is listed for some cause, before the reason. */
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
