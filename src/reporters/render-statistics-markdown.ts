import type { Report } from '../analysis/report/report.js';
import { countFindings, type Trait } from './count-findings.js';
import { renderCode } from './markdown-text.js';
import { describeOutcomes, traits } from './render-statistics.js';

/** How many findings there are of each kind, of each library and in each folder, as tables of Markdown; nothing where there is none. */
export function renderStatisticsMarkdown(report: Report): string {
  if (report.summary.findings === 0) return '';
  const tables = traits.map(trait => {
    const rows = countFindings(report, trait).map(tally => [
      renderCode(tally.name),
      String(tally.findings),
      describeOutcomes(tally),
    ]);
    return [[names[trait], 'Findings', 'Outcomes'], ['---', '---:', '---'], ...rows]
      .map(cells => `| ${cells.join(' | ')} |`)
      .join('\n');
  });
  return `\n${['## Statistics', ...tables].join('\n\n')}\n`;
}

const names: Readonly<Record<Trait, string>> = { kind: 'Kind', library: 'Library', folder: 'Folder' };
