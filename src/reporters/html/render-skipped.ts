import { skipCauses, type SkipCause, type SkippedFile } from '../../analysis/report/report.js';
import { groupBy } from '../../group-by.js';
import { renderCause } from '../render-cause.js';
import { renderReason } from '../render-reason.js';
import { markup, nothing, type Markup } from './markup.js';
import { renderSentence } from './render-sentence.js';

/** The files that were not judged, or not to their end, or not written: one list for each cause and reason. */
export function renderSkipped(skipped: readonly SkippedFile[]): Markup {
  if (skipped.length === 0) return nothing;
  return markup`<section class="skipped">
<h2>Files that were not judged or not written</h2>
${skipCauses.toReversed().flatMap(cause => renderFilesOf(cause, skipped))}</section>
`;
}

function renderFilesOf(cause: SkipCause, skipped: readonly SkippedFile[]): readonly Markup[] {
  const groups = groupBy(
    skipped.filter(file => file.cause === cause),
    ({ reason }) => reason,
  );
  return [...groups].map(
    ([reason, files]) => markup`<details${files.length <= shownFiles ? markup` open` : nothing}>
<summary><span class="outcome ${cause}">${renderCause(cause)}</span> <span class="message">${renderSentence(renderReason(reason))}</span> <span class="count">${files.length === 1 ? '1 file' : `${files.length} files`}</span></summary>
<ul>${files.map(({ path }) => markup`<li><code>${path}</code></li>`)}</ul>
</details>
`,
  );
}

/** How many files with one reason are shown expanded. */
const shownFiles = 5;
