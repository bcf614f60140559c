import { expect, test } from 'vitest';
import type { Report } from '../../src/analysis/report/report.js';
import { mergeReports, type NamedReport } from '../../src/reporters/merge-reports.js';
import { createReport, everyOutcome } from '../support/create-report.js';

const skipped = { path: 'src/latin.ts', cause: 'unreadable', reason: 'the file is not UTF-8' } as const;
const web = createReport('scan', { 'web/a.ts': [{}], 'web/b.ts': everyOutcome }, [skipped]);
const api = createReport('scan', { 'api/z.ts': [{}], 'web/a.ts': [{}] }, [
  skipped,
  { path: 'api/y.ts', cause: 'notWritten', reason: 'not written' },
]);

test('adds up, orders by path, and counts once what is in both', () => {
  const merged = merge(web, api);
  expect(merged.files.map(file => file.path)).toEqual(['api/z.ts', 'web/a.ts', 'web/b.ts']);
  expect(merged.skipped.map(file => file.path)).toEqual(['api/y.ts', 'src/latin.ts']);
  expect(merged.summary).toEqual({
    files: 9,
    findings: 7,
    fixed: 0,
    fixable: 3,
    suggested: 1,
    manual: 1,
    rolledBack: 1,
    optedOut: 1,
    judged: 14,
    unknown: { any: 4, unresolvedImport: 2, implementation: 0 },
  });
});

test('the order of the reports does not matter', () => {
  expect(merge(api, web)).toEqual(merge(web, api));
});

test('one report is as it was', () => {
  expect(merge(web)).toEqual(web);
});

test.each<readonly [Partial<Report>, string]>([
  [{ mode: 'write' }, '`mode` is scan in one and write in the other'],
  [{ root: '/other' }, '`root` is /home/somebody/app in one and /other in the other'],
  [{ tool: { ...web.tool, version: '9.9.9' } }, '`tool.version` is 0.0.0 in one and 9.9.9 in the other'],
  [{ tool: { ...web.tool, name: 'fork' } }, '`tool.name` is eslint-plugin-persistence in one and fork in the other'],
  [{ schemaVersion: 3 as 2 }, '`schemaVersion` is 2 in one and 3 in the other'],
])('refuses reports that differ in %j', (part, problem) => {
  expect(mergeReports(name(web, { ...api, ...part }))).toEqual({
    ok: false,
    problem: `0.json and 1.json are not parts of the same report: ${problem}`,
  });
});

test('refuses a file with other contents or findings, and names both reports', () => {
  const [file] = web.files;
  if (!file) throw new Error('The report has a file.');
  const changed = { ...api, files: [{ ...file, hash: 'cd'.repeat(32) }] };
  expect(mergeReports(name(web, changed))).toEqual({
    ok: false,
    problem: 'web/a.ts has different contents in 1.json and 0.json',
  });
  const moved = createReport('scan', { 'web/a.ts': [{ line: 13 }] });
  expect(mergeReports(name(web, moved))).toEqual({
    ok: false,
    problem: 'web/a.ts has different findings in 1.json and 0.json',
  });
});

function merge(first: Report, ...others: readonly Report[]): Report {
  const merged = mergeReports(name(first, ...others));
  if (!merged.ok) throw new Error(merged.problem);
  return merged.report;
}

function name(first: Report, ...others: readonly Report[]): [NamedReport, ...NamedReport[]] {
  return [{ name: '0.json', report: first }, ...others.map((report, index) => ({ name: `${index + 1}.json`, report }))];
}
