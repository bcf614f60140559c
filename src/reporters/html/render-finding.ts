import { docsUrlOfKind } from '../../analysis/docs-url.js';
import type { Outcome, Report, ReportedFinding, ReportedStep } from '../../analysis/report/report.js';
import { renderOutcome } from '../render-outcome.js';
import { renderFindingReason } from '../render-finding-reason.js';
import { markup, nothing, type Markup } from './markup.js';
import { renderChange } from './render-change.js';
import { renderPath } from './render-path.js';
import { renderSentence } from './render-sentence.js';

/** How the findings of a page are shown. */
export interface FindingDisplay {
  /** Whether each finding is shown expanded. */
  readonly isOpen: boolean;
  readonly tool: Report['tool'];
}

/**
 * A finding: its place, outcome and message in one line, which opens to all that is known of it. That stands in a `noscript`,
 * which a browser that runs scripts takes for text, so that thousands are read at once; the script makes elements of what is opened.
 */
export function renderFinding(finding: ReportedFinding, { isOpen, tool }: FindingDisplay): Markup {
  const { column, kind, library, line, message, outcome } = finding;
  const body = [renderWhy(finding), renderChange(finding), renderWay(finding), renderFacts(finding, tool)];
  return markup`<li class="finding" data-outcome="${outcome}" data-kind="${kind}" data-library="${library}"><details${isOpen ? markup` open` : nothing}><summary><span class="place">${line}:${column}</span><span class="outcome ${outcome}">${renderOutcome(outcome)}</span><span class="message">${renderSentence(message)}</span></summary><noscript><div class="body">${body}</div></noscript></details></li>
`;
}

function renderWhy(finding: ReportedFinding): Markup {
  const { outcome } = finding;
  const reason = renderFindingReason(finding);
  if (reason === undefined) return nothing;
  const label = whys[outcome];
  const start = label === undefined ? nothing : markup`<b>${label}</b> `;
  return markup`<p class="why ${outcome}">${start}${renderSentence(reason)}</p>
`;
}

/** What a reason explains, if the reason itself does not say so. */
const whys: Readonly<Record<Outcome, string | undefined>> = {
  fixed: 'What to review:',
  fixable: 'What to review:',
  suggested: undefined,
  manual: 'Why it needs a manual change:',
  rolledBack: 'Why it was rolled back:',
  optedOut: 'Why it is opted out:',
};

/** The way through functions of the project; none for a direct call. */
function renderWay({ steps, via }: ReportedFinding): Markup {
  const stations = steps?.map(renderStep) ?? via.map(name => markup`<li><code>${name}</code></li>`);
  if (stations.length === 0) return nothing;
  return markup`<div class="way"><h3>Its path through functions</h3>
<ol>${stations}</ol></div>
`;
}

function renderStep({ column, line, name, path }: ReportedStep): Markup {
  return markup`<li><code>${name}</code> <span class="at">${renderPath(`${path}:${line}:${column}`)}</span></li>`;
}

function renderFacts(
  { execution, function: name, kind, library, operation, rule, title }: ReportedFinding,
  tool: Report['tool'],
): Markup {
  const facts: readonly (readonly [string, Markup])[] = [
    ['Kind', markup`${renderSentence(title)} (<a href="${docsUrlOfKind(kind, tool)}" rel="noreferrer">${kind}</a>)`],
    ['Rule', markup`<code>${rule}</code>`],
    ['In', markup`<code>${name}</code>`],
    ['Library', library === 'project' ? markup`the project's own repositories` : markup`<code>${library}</code>`],
    ['Operation', markup`${operation}, ${executions[execution]}`],
  ];
  return markup`<dl>${facts.map(([term, fact]) => markup`<div><dt>${term}</dt><dd>${fact}</dd></div>`)}</dl>
`;
}

const executions: Readonly<Record<ReportedFinding['execution'], string>> = {
  eager: 'runs immediately',
  lazy: 'runs when it is awaited',
  sync: 'blocks while it runs',
};
