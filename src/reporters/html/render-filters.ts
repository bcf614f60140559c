import type { FileReport } from '../../analysis/report/report.js';
import { countValues, facets, type FacetName, type FacetValue } from './facets.js';
import { markup, type Markup } from './markup.js';
import { renderPath } from './render-path.js';

/** A field for text and a list of choices for each facet, with how many findings each choice has. */
export function renderFilters(files: readonly FileReport[]): Markup {
  return markup`<details class="filters" open>
<summary>Filters</summary>
<form aria-label="Filters">
<label class="search">Text <input type="search" name="text" autocomplete="off" spellcheck="false" placeholder="path, call, message, code"></label>
${facets.map(
  ({ name, title }) =>
    markup`<fieldset data-facet="${name}"><legend>${title}</legend><div class="choices">${countValues(name, files).map(value => renderChoice(value, name))}</div></fieldset>
`,
)}<button type="reset">Clear all filters</button>
</form>
</details>`;
}

function renderChoice({ count, label, value }: FacetValue, name: FacetName): Markup {
  const shown = name === 'folder' ? renderPath(label) : markup`${label}`;
  return markup`<label><input type="checkbox" value="${value}"><span>${shown}</span><span class="count">${count}</span></label>`;
}
