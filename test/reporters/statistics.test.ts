import { expect, test } from 'vitest';
import { countFindings } from '../../src/reporters/count-findings.js';
import { renderStatistics } from '../../src/reporters/render-statistics.js';
import { renderStatisticsMarkdown } from '../../src/reporters/render-statistics-markdown.js';
import { plainDisplay } from '../../src/reporters/reporter.js';
import { createReport } from '../support/create-report.js';

const report = createReport('scan', {
  'main.ts': [{ kind: 'voided', outcome: 'suggested' }],
  'src/a.ts': [{}, { library: 'knex', outcome: 'manual' }],
  'src/deep/b|c.ts': [{ library: 'knex' }],
});

test('a terminal shows how many findings there are of each kind, library and folder, the most frequent first', () => {
  expect(renderStatistics(report, plainDisplay)).toMatchInlineSnapshot(`
    "
    By kind
      3  floating  2 fixable, 1 manual
      1  voided    1 suggestion

    By library
      2  knex     1 fixable, 1 manual
      2  typeorm  1 fixable, 1 suggestion

    By folder
      2  src       1 fixable, 1 manual
      1  .         1 suggestion
      1  src/deep  1 fixable
    "
  `);
});

test('Markdown shows the same as tables', () => {
  expect(renderStatisticsMarkdown(report)).toMatchInlineSnapshot(`
    "
    ## Statistics

    | Kind | Findings | Outcomes |
    | --- | ---: | --- |
    | \`floating\` | 3 | 2 fixable, 1 manual |
    | \`voided\` | 1 | 1 suggestion |

    | Library | Findings | Outcomes |
    | --- | ---: | --- |
    | \`knex\` | 2 | 1 fixable, 1 manual |
    | \`typeorm\` | 2 | 1 fixable, 1 suggestion |

    | Folder | Findings | Outcomes |
    | --- | ---: | --- |
    | \`src\` | 2 | 1 fixable, 1 manual |
    | \`.\` | 1 | 1 suggestion |
    | \`src/deep\` | 1 | 1 fixable |
    "
  `);
});

test('the counts of each trait add up to the findings', () => {
  for (const trait of ['kind', 'library', 'folder'] as const) {
    const tallies = countFindings(report, trait);
    expect(tallies.reduce((sum, { findings }) => sum + findings, 0)).toBe(report.summary.findings);
    for (const { findings, outcomes } of tallies)
      expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(findings);
  }
});

test('nothing is shown where nothing was found', () => {
  const empty = createReport('scan', {});
  expect([renderStatistics(empty, plainDisplay), renderStatisticsMarkdown(empty)]).toEqual(['', '']);
});
