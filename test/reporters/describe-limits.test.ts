import { expect, test } from 'vitest';
import { printReports, type ReporterName } from '../../src/cli/print-reports.js';
import { plainDisplay } from '../../src/reporters/reporter.js';
import { createReport } from '../support/create-report.js';

const advice = 'Scan parts of the project, such as its packages, and upload each with its own category.\n';

test.each([
  [5000, ''],
  [5001, `5001 results: GitHub's code scanning shows only 5000 of a file. ${advice}`],
  [25_000, `25000 results: GitHub's code scanning shows only 5000 of a file. ${advice}`],
  [25_001, `25001 results: GitHub's code scanning rejects a file with more than 25000. ${advice}`],
])('standard error says what becomes of %i results', async (findings, sentence) => {
  expect(await errorOf('sarif', findings)).toBe(sentence);
});

test('nothing is said of another form, nor with --quiet', async () => {
  expect(await errorOf('gitlab', 25_001)).toBe('');
  expect(await errorOf('sarif', 25_001, true)).toBe('');
});

test('standard error says when the summary of a step would not take the report', async () => {
  expect(await errorOf('markdown', 0, false, 700)).toBe('');
  expect(await errorOf('markdown', 0, false, 4000)).toMatch(
    /^The report has \d\.\d MB, but a step summary on GitHub holds only 1\. Keep it as a file, or report parts of the project\.\n$/,
  );
  expect(await errorOf('table', 0, false, 4000)).toBe('');
});

async function errorOf(reporter: ReporterName, findings: number, quiet = false, shown = 0): Promise<string> {
  const report = createReport('scan', { 'src/a.ts': Array.from({ length: shown }, () => ({})) });
  const error: string[] = [];
  await printReports(
    { ...report, summary: { ...report.summary, findings } },
    { quiet, targets: [{ reporter, path: undefined }] },
    { cwd: '/', out: () => undefined, error: text => error.push(text), display: plainDisplay },
  );
  return error.join('');
}
