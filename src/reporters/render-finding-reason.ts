import type { ReportedFinding } from '../analysis/report/report.js';
import { suggestionOnly } from '../analysis/suggestion-only.js';
import { renderReason } from './render-reason.js';

/** Makes a sentence of a finding's reason, which says of a suggestion that it is one; undefined where it has none. */
export function renderFindingReason({ outcome, reason }: ReportedFinding): string | undefined {
  if (reason === undefined) return undefined;
  return outcome === 'suggested' ? suggestionOnly(reason) : renderReason(reason);
}
