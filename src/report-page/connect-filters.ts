import { collectFindings, type PageFinding } from './collect-findings.js';
import { countMatches, type Filters } from './count-matches.js';

/** Shows only the findings that match what is chosen, and says how many these are, and how many each other choice would give. */
export function connectFilters(): void {
  const form = document.querySelector<HTMLFormElement>('.filters form');
  if (!form) return;
  const findings = collectFindings();
  const show = (): void => {
    showMatches(form, findings);
  };
  let waiting: number | undefined;
  form.addEventListener('input', event => {
    clearTimeout(waiting);
    const isTyping = event.target instanceof HTMLInputElement && event.target.type === 'search';
    waiting = setTimeout(show, isTyping ? 120 : 0);
  });
  form.addEventListener('reset', () => {
    setTimeout(show); // the fields are empty only after this
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
  });
  foldWhereNarrow(form);
  show(); // a browser keeps what was chosen when the page is loaded again
}

function showMatches(form: HTMLFormElement, findings: readonly PageFinding[]): void {
  const { counts, matching } = countMatches(findings, readFilters(form));
  for (const { element } of findings) element.hidden = !matching.has(element);
  for (const file of document.querySelectorAll<HTMLElement>('.file'))
    file.hidden = file.querySelector('.finding:not([hidden])') === null;
  for (const box of checkboxesOf(form)) {
    const count = box.closest('label')?.querySelector('.count');
    if (count) count.textContent = String(counts.get(facetOf(box))?.get(box.value) ?? 0);
  }
  const [status, unmatched] = ['[role=status]', '.unmatched'].map(query => document.querySelector<HTMLElement>(query));
  const all = findings.length.toLocaleString('en');
  const noun = findings.length === 1 ? 'finding' : 'findings';
  if (status)
    status.textContent =
      matching.size === findings.length ? `${all} ${noun}` : `${matching.size.toLocaleString('en')} of ${all} ${noun}`;
  if (unmatched) unmatched.hidden = matching.size > 0;
}

function readFilters(form: HTMLFormElement): Filters {
  const chosen = new Map<string, Set<string>>();
  for (const box of checkboxesOf(form)) {
    const values = chosen.get(facetOf(box)) ?? new Set();
    chosen.set(facetOf(box), values);
    if (box.checked) values.add(box.value);
  }
  const text = form.querySelector<HTMLInputElement>('input[type=search]')?.value ?? '';
  return { chosen, words: text.toLowerCase().split(/\s+/).filter(Boolean) };
}

function checkboxesOf(form: HTMLFormElement): NodeListOf<HTMLInputElement> {
  return form.querySelectorAll<HTMLInputElement>('input[type=checkbox]');
}

function facetOf(box: HTMLInputElement): string {
  return box.closest('fieldset')?.dataset['facet'] ?? '';
}

/** A narrow page shows findings first. */
function foldWhereNarrow(form: HTMLFormElement): void {
  const details = form.closest('details');
  const wide = matchMedia('(min-width: 60rem)');
  const fold = (): void => {
    if (details) details.open = wide.matches;
  };
  wide.addEventListener('change', fold);
  fold();
}
