import { expect, test } from 'vitest';
import { printReport } from '../../src/cli/print-report.js';
import { plainDisplay } from '../../src/reporters/reporter.js';
import { createReport } from '../support/create-report.js';

const advice = 'Scan parts of the project, such as its packages, and upload each with a category of its own.\n';

test.each([
  [5000, ''],
  [5001, `5001 results: GitHub's code scanning shows only 5000 of a file. ${advice}`],
  [25_000, `25000 results: GitHub's code scanning shows only 5000 of a file. ${advice}`],
  [25_001, `25001 results: GitHub's code scanning refuses a file with more than 25000. ${advice}`],
])('standard error says what becomes of %i results', async (findings, sentence) => {
  expect(await errorOf('sarif', findings)).toBe(sentence);
});

test('nothing is said of another form, nor with --quiet', async () => {
  expect(await errorOf('gitlab', 25_001)).toBe('');
  expect(await errorOf('sarif', 25_001, true)).toBe('');
});

async function errorOf(reporter: 'gitlab' | 'sarif', findings: number, quiet = false): Promise<string> {
  const report = createReport('scan', {});
  const error: string[] = [];
  await printReport({ ...report, summary: { ...report.summary, findings } }, { reporter, quiet }, { cwd: '/', out: () => undefined, error: text => error.push(text), display: plainDisplay });
  return error.join('');
}
