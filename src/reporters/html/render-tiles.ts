import { outcomes, type Summary } from '../../analysis/report/report.js';
import { renderOutcome } from '../render-outcome.js';
import { markup, nothing, type Markup } from './markup.js';

/** How many findings came to each outcome, in large digits; none where nothing was found. */
export function renderTiles(summary: Summary): Markup {
  const reached = outcomes.filter(outcome => summary[outcome] > 0);
  if (reached.length === 0) return nothing;
  return markup`<ul class="tiles">${reached.map(
    outcome => markup`<li class="${outcome}"><b>${summary[outcome]}</b> ${renderOutcome(outcome)}</li>`,
  )}</ul>`;
}
