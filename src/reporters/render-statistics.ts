import { outcomes, type Report } from '../analysis/report/report.js';
import { countFindings, type Tally, type Trait } from './count-findings.js';
import { renderOutcome } from './render-outcome.js';
import { renderRows } from './render-rows.js';
import type { Display } from './reporter.js';

/** How many findings there are of each kind, of each library and in each folder, for a terminal; nothing where there is none. */
export function renderStatistics(report: Report, { style }: Display): string {
  if (report.summary.findings === 0) return '';
  return traits
    .map(trait => `\n${style('bold', headings[trait])}\n${renderTallies(countFindings(report, trait))}\n`)
    .join('');
}

/** The counted groups, in the order in which they are shown. */
export const traits = ['kind', 'library', 'folder'] as const satisfies readonly Trait[];

const headings: Readonly<Record<Trait, string>> = { kind: 'By kind', library: 'By library', folder: 'By folder' };

function renderTallies(tallies: readonly Tally[]): string {
  const counts = tallies.map(({ findings }) => String(findings));
  const width = Math.max(...counts.map(count => count.length));
  const rows = tallies.map((tally, index) => [
    `  ${(counts[index] ?? '').padStart(width)}  `,
    `${tally.name}  `,
    describeOutcomes(tally),
  ]);
  return renderRows(rows, [null, null, null]);
}

/** The outcomes of the findings in a group. */
export function describeOutcomes(tally: Tally): string {
  return outcomes
    .filter(outcome => tally.outcomes[outcome] > 0)
    .map(outcome => `${tally.outcomes[outcome]} ${renderOutcome(outcome)}`)
    .join(', ');
}
